/**
 * Opens every story in a real browser, in both languages, light and dark, at two phone widths, and fails on anything
 * that is not well: an error, a request that fails, an accessibility violation, something wider than the screen, a
 * touch target smaller than a thumb, a look other than in its kept picture (at 375 px).
 *
 *   node scripts/test-stories.mjs [--built] [--update] [part of a story's id …]
 *
 * `--update` keeps the present looks as the right ones. What differed is left in test-results/stories to look at.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import axe from 'axe-core'
import { browserLaunchOptions } from './find-browser.mjs'
import { serveFolder } from './serve-folder.mjs'
import { compareToKept, keepPicture, pictureFile, preparePictures, takePicture } from './stories/story-pictures.mjs'

const root = path.resolve(import.meta.dirname, '..')
const built = path.join(root, 'storybook-static')

const variants = [
  { language: 'zh-CN', scheme: 'light', theme: 'noodles', width: 375, pictured: true },
  { language: 'en', scheme: 'dark', theme: 'clinic', width: 320 },
]
const pagesAtOnce = 3
const smallestTargetPx = 44
/** A story that takes longer has come to a stop: it is never done drawing, or its interaction waits for ever. */
const storyTimeoutMs = 30_000
/** Of one problem: an error may carry the whole page with it. */
const mostWords = 600

const args = process.argv.slice(2)
const updates = args.includes('--update')
const results = path.join(root, 'test-results', 'stories')
rmSync(results, { recursive: true, force: true })
const parts = args.filter((arg) => !arg.startsWith('--'))
if (!args.includes('--built')) build()

const index = JSON.parse(readFileSync(path.join(built, 'index.json'), 'utf8'))
const stories = Object.values(index.entries)
  .filter((entry) => entry.type === 'story')
  .filter((entry) => parts.length === 0 || parts.some((part) => entry.id.includes(part)))
if (stories.length === 0) stop('No story to test.')

const server = await serveFolder(built)
const browser = await chromium.launch(browserLaunchOptions())
const startedMs = Date.now()
const failures = []
let kept = 0
try {
  for (const variant of variants) {
    const unwell = await testAtOnce(stories, variant)
    // A busy machine may stall a browser for longer than a story waits: what was not well has a second chance.
    const second = await testAtOnce([...unwell.keys()], variant)
    for (const [story, problems] of unwell) {
      const again = second.get(story)
      if (again) failures.push(...again.map((problem) => `✗ ${nameOf(story, variant)}: ${problem}`))
      else console.log(`well only the second time: ${nameOf(story, variant)}: ${problems.join('; ')}`)
    }
  }
} finally {
  await browser.close()
  await server.close()
}
if (parts.length === 0) strayPictures()
const seconds = Math.round((Date.now() - startedMs) / 1000)
if (failures.length > 0)
  stop(`${failures.join('\n')}\n\n${failures.length} failures in ${stories.length} stories, ${seconds} s`)
console.log(
  `${stories.length} stories × ${variants.length} looks are well, ${seconds} s${updates ? `, ${kept} pictures are new` : ''}`,
)

function build() {
  const storybook = path.join(root, 'node_modules/storybook/dist/bin/dispatcher.js')
  const result = spawnSync(process.execPath, [storybook, 'build', '--quiet', '--loglevel', 'error'], {
    cwd: root,
    encoding: 'utf8',
  })
  // It has been seen to report success without having written the page that draws stories.
  const drawn = result.status === 0 && readFileSync(path.join(built, 'iframe.html'), 'utf8').includes('<script')
  if (!drawn) stop(`The stories could not be built.\n${result.stdout}\n${result.stderr}`)
}

/** What was not well, with its problems. */
async function testAtOnce(chosen, variant) {
  const waiting = [...chosen]
  const unwell = new Map()
  await Promise.all(Array.from({ length: pagesAtOnce }, () => testAll(waiting, variant, unwell)))
  return unwell
}

/** Tests stories from the queue, one after another in one page: loading it costs far more than showing a story. */
async function testAll(waiting, variant, unwell) {
  const context = await browser.newContext({
    viewport: { width: variant.width, height: 812 },
    hasTouch: true,
    reducedMotion: 'reduce',
  })
  let page
  let session
  for (let story = waiting.shift(); story; story = waiting.shift()) {
    page ??= await openStories(context, story, variant)
    if (variant.pictured) session ??= await preparePictures(page)
    const problems = await inTime(testStory(page, story, session))
    if (problems.length === 0) continue
    unwell.set(
      story,
      problems.map((problem) => problem.slice(0, mostWords)),
    )
    // Whatever went wrong must not colour the next story.
    await page.close()
    page = session = undefined
  }
  await context.close()
}

function nameOf(story, { language, scheme, theme, width }) {
  return `${story.title} / ${story.name} (${language}, ${scheme}, ${theme}, ${width})`
}

function inTime(problems) {
  let timer
  const stuck = new Promise((resolve) => {
    timer = setTimeout(() => resolve([`not done after ${storyTimeoutMs / 1000} s`]), storyTimeoutMs)
  })
  return Promise.race([problems, stuck]).finally(() => clearTimeout(timer))
}

async function openStories(context, story, { language, scheme, theme }) {
  const page = await context.newPage()
  const globals = `language:${language};scheme:${scheme};theme:${theme};a11y.manual:!true`
  await page.goto(`${server.url}/iframe.html?viewMode=story&id=${story.id}&globals=${globals}`)
  await page.evaluate(axe.source)
  return page
}

async function testStory(page, story, session) {
  const problems = []
  const listeners = {
    // The browser asks by itself for an icon that a folder of stories does not have.
    console: (message) =>
      message.type() === 'error' &&
      !message.location().url.endsWith('/favicon.ico') &&
      problems.push(`console: ${message.text()}`),
    pageerror: (error) => problems.push(`error: ${error.message}`),
    response: (answer) => answer.status() >= 400 && problems.push(`${answer.status()} ${answer.url()}`),
  }
  for (const [event, listener] of Object.entries(listeners)) page.on(event, listener)
  try {
    await page.evaluate(showStory, story.id)
    await page.waitForFunction(
      (id) => document.documentElement.dataset.played === id || document.querySelector('.sb-show-errordisplay'),
      story.id,
    )
    const message = await page.evaluate(
      () => document.querySelector('.sb-show-errordisplay #error-message')?.textContent,
    )
    if (message) return [`it could not be drawn: ${message}`]
    if (session) problems.push(...(await pictureProblems(page, story, session)))
    problems.push(...(await page.evaluate(layoutProblems, smallestTargetPx)))
    problems.push(...(await page.evaluate(axeProblems)))
  } catch (error) {
    problems.push(error.message)
  } finally {
    for (const [event, listener] of Object.entries(listeners)) page.off(event, listener)
  }
  return problems
}

async function pictureProblems(page, story, session) {
  const first = await takePicture(page, session)
  const file = pictureFile(root, story)
  if (!updates && (await compareToKept(first, file)) === undefined) return []
  // Taking a picture can itself move what scrolls: the second one is of what has come to rest.
  const png = await takePicture(page, session)
  if (updates) {
    if (await keepPicture(png, file)) kept += 1
    return []
  }
  const difference = await compareToKept(png, file)
  if (difference === undefined) return []
  mkdirSync(results, { recursive: true })
  writeFileSync(path.join(results, `${story.id}.png`), png)
  return [`it does not look as in ${path.relative(root, file)}: ${difference}`]
}

function isPicture(file) {
  return file.endsWith('.webp') && path.basename(path.dirname(file)) === 'pictures'
}

/** Pictures of stories that are gone. */
function strayPictures() {
  const known = new Set(stories.map((story) => pictureFile(root, story)))
  const files = readdirSync(path.join(root, 'components'), { recursive: true, encoding: 'utf8' })
  for (const file of files.filter(isPicture).map((found) => path.join(root, 'components', found))) {
    if (known.has(file)) continue
    if (updates) rmSync(file)
    else failures.push(`✗ ${path.relative(root, file)} is the picture of no story`)
  }
}

/** Runs in the page. */
async function showStory(storyId) {
  await globalThis.__STORYBOOK_PREVIEW__.ready()
  globalThis.__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', { storyId, viewMode: 'story' })
}

/** Runs in the page. */
function layoutProblems(smallestPx) {
  const pressable =
    ':is(a[href], button, input, select, textarea, [role=button], [role=tab], [role=radio], [role=checkbox], [role=link])'
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
  const problems = wide > 0 ? [`${wide} px wider than the screen`] : []
  const small = [...document.querySelectorAll(`.story ${pressable}`)].filter(isTooSmall)
  for (const element of small.slice(0, 3)) {
    const { width, height } = element.getBoundingClientRect()
    const { tagName, className, ariaLabel, textContent } = element
    const words = (ariaLabel ?? textContent ?? '').slice(0, 24)
    problems.push(
      `${Math.round(width)} × ${Math.round(height)} px is too small to touch: ${tagName}.${className} "${words}"`,
    )
  }
  if (small.length > 3) problems.push(`${small.length - 3} more are too small to touch`)
  return problems

  function isTooSmall(element) {
    // A link among the words of a sentence is as high as its line (WCAG 2.5.5 excepts it): more would cover its neighbours.
    if (element.matches('a') && getComputedStyle(element).display === 'inline') return false
    const box = element.getBoundingClientRect()
    if (box.width === 0 || !element.checkVisibility()) return false
    if (box.width >= smallestPx - 0.5 && box.height >= smallestPx - 0.5) return false
    // What reacts may be larger than what is seen, by a pseudo-element: feel for it around the middle.
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
    const { x, y, width, height } = element.getBoundingClientRect()
    const [middleX, middleY] = [x + width / 2, y + height / 2]
    const reaches = (dx, dy) => element.contains(document.elementFromPoint(middleX + dx, middleY + dy))
    const extent = (dx, dy) => {
      let steps = 0
      while (steps <= smallestPx && reaches(dx * steps, dy * steps)) steps++
      return steps
    }
    return extent(1, 0) + extent(-1, 0) < smallestPx || extent(0, 1) + extent(0, -1) < smallestPx
  }
}

/** Runs in the page, with axe loaded. */
async function axeProblems() {
  const { violations } = await globalThis.axe.run(document.querySelector('.story'), {
    // A story is a piece of a page: whole pages have more of an outline.
    rules: {
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
      'heading-order': { enabled: false },
    },
    resultTypes: ['violations'],
  })
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}`))
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
