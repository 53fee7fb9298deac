/**
 * Opens every story in a real browser, in both languages, light and dark, at two phone widths, and fails on anything
 * that is not well: an error, a request that fails, an accessibility violation, something wider than the screen, a
 * touch target smaller than a thumb.
 *
 *   node scripts/test-stories.mjs [--built] [part of a story's id …]
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import axe from 'axe-core'
import { browserLaunchOptions } from './find-browser.mjs'
import { serveFolder } from './serve-folder.mjs'

const root = path.resolve(import.meta.dirname, '..')
const built = path.join(root, 'storybook-static')

const variants = [
  { language: 'zh-CN', scheme: 'light', theme: 'noodles', width: 375 },
  { language: 'en', scheme: 'dark', theme: 'clinic', width: 320 },
]
const pagesAtOnce = 3
const smallestTargetPx = 44
/** A story that takes longer has come to a stop: it is never done drawing, or its interaction waits for ever. */
const storyTimeoutMs = 30_000

const args = process.argv.slice(2)
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
try {
  for (const variant of variants) {
    const waiting = [...stories]
    await Promise.all(Array.from({ length: pagesAtOnce }, () => testAll(waiting, variant)))
  }
} finally {
  await browser.close()
  await server.close()
}
const seconds = Math.round((Date.now() - startedMs) / 1000)
if (failures.length > 0)
  stop(`${failures.join('\n')}\n\n${failures.length} failures in ${stories.length} stories, ${seconds} s`)
console.log(`${stories.length} stories × ${variants.length} looks are well, ${seconds} s`)

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

/** Tests stories from the queue, one after another in one page: loading it costs far more than showing a story. */
async function testAll(waiting, variant) {
  const context = await browser.newContext({
    viewport: { width: variant.width, height: 812 },
    hasTouch: true,
    reducedMotion: 'reduce',
  })
  let page
  for (let story = waiting.shift(); story; story = waiting.shift()) {
    page ??= await openStories(context, story, variant)
    const problems = await inTime(testStory(page, story))
    const name = `${story.title} / ${story.name} (${Object.values(variant).join(', ')})`
    failures.push(...problems.map((problem) => `✗ ${name}: ${problem}`))
    if (problems.length === 0) continue
    // Whatever went wrong must not colour the next story.
    await page.close()
    page = undefined
  }
  await context.close()
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

async function testStory(page, story) {
  const problems = []
  const listeners = {
    console: (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`),
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
    problems.push(...(await page.evaluate(layoutProblems, smallestTargetPx)))
    problems.push(...(await page.evaluate(axeProblems)))
  } catch (error) {
    problems.push(error.message)
  } finally {
    for (const [event, listener] of Object.entries(listeners)) page.off(event, listener)
  }
  return problems
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
