/**
 * `npm run bench:code`: a letter typed in the code of a block until the canvas has painted the block with it: the shared
 * text, the compiler in its worker, the message to the frame, the block's own worker begun anew, its drawing.
 * `-- --json FILE` also writes the figures, `-- --runs N` changes the number of runs (5).
 */
import type { Browser, Frame, Page } from '@playwright/test'
import { knowsTheStudio } from '../../e2e/studio.ts'
import type { ProductServer } from '../../e2e/server.ts'
import { openBrowser, withProduct } from '../browser.ts'
import { median, readArguments, report } from '../report.ts'

/** Letters of one run; each is the last key for as long as it takes to be seen. */
const KEYS = 30
const BAR_MS = 100

const { jsonFile, runs } = readArguments(process.argv.slice(2))
const browser = await openBrowser()
try {
  const measured = await withProduct(async (server) => {
    const all: (readonly number[])[] = []
    // The first run warms up server, disk and code caches and is not counted.
    for (let run = 0; run <= runs; run++) {
      const times = await onePass(browser, server)
      if (run > 0) all.push(times)
      console.error(run === 0 ? 'warmed up' : `run ${run} of ${runs}`)
    }
    return all
  })
  const figure = (name: string, of: (times: readonly number[]) => number) =>
    ({ name, values: measured.map(of), unit: 'ms', better: 'lower', bar: BAR_MS }) as const
  report(
    [
      figure('last key → block changed on the canvas', median),
      figure('last key → block changed on the canvas, 95 of 100', slowOf),
    ],
    jsonFile,
  )
} finally {
  await browser.close()
}

/** What 95 of 100 stay below. */
function slowOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!
}

async function onePass(browser: Browser, server: ProductServer): Promise<readonly number[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  // What runs a bench gives every function its name by this helper, also those that are sent into the page.
  await context.addInitScript({ content: 'globalThis.__name ??= (named) => named' })
  await knowsTheStudio(context)
  const page = await context.newPage()
  await page.goto(`${server.url}/p/${await makeProgram(page, server.url)}`)
  const canvas = await (await page.locator('iframe[title="Canvas"]').elementHandle())?.contentFrame()
  if (!canvas) throw new Error('The editor shows no canvas')
  await canvas.locator('[data-node]').first().waitFor()
  await page.getByRole('button', { name: 'New code block' }).click()
  await canvas.getByText('Hello', { exact: true }).waitFor()
  await putCaret(page)
  const times: number[] = []
  let text = 'Hello'
  for (let key = 0; key < KEYS; key++) {
    const letter = String.fromCharCode(97 + (key % 26))
    text += letter
    times.push(await timeKey(page, canvas, letter, text))
  }
  await context.close()
  return times
}

async function makeProgram(page: Page, url: string): Promise<string> {
  const headers = { origin: url }
  await page.request.post(`${url}/api/demo`, { headers })
  const me = (await (await page.request.get(`${url}/api/me`)).json()) as { workspaces: { id: string }[] }
  const made = await page.request.post(`${url}/api/workspaces/${me.workspaces[0]!.id}/programs`, {
    data: { templateId: 'noodle-shop', name: 'Code', language: 'en' },
    headers,
  })
  return ((await made.json()) as { id: string }).id
}

/** Behind what the starter block says. */
async function putCaret(page: Page): Promise<void> {
  await page.getByTestId('code-area').getByRole('textbox').focus()
  await page.keyboard.press('ControlOrMeta+F')
  await page.getByRole('textbox', { name: 'Find' }).fill('{props.title}')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  // Types and words are loaded by now or soon; what is timed is typing, not the first second.
  await page.getByTestId('code-state').and(page.locator('[data-state=good]')).waitFor()
}

/** From the key's own time stamp to the frame that shows it, both told by the one clock of the machine. */
async function timeKey(page: Page, canvas: Frame, letter: string, text: string): Promise<number> {
  const seen = canvas.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!document.body.textContent?.includes(wanted)) return
          watch.disconnect()
          const painted = new MessageChannel()
          painted.port1.addEventListener('message', () => resolve(performance.timeOrigin + performance.now()))
          painted.port1.start()
          requestAnimationFrame(() => painted.port2.postMessage(null))
        }
        const watch = new MutationObserver(look)
        watch.observe(document.body, { subtree: true, childList: true, characterData: true })
        look()
      }),
    text,
  )
  await page.evaluate(() => {
    const told = globalThis as { typedAt?: number }
    window.addEventListener('keydown', (event) => (told.typedAt = performance.timeOrigin + event.timeStamp), {
      capture: true,
      once: true,
    })
  })
  await page.keyboard.press(letter)
  const shownAt = await seen
  const typedAt = await page.evaluate(() => (globalThis as { typedAt?: number }).typedAt)
  if (typedAt === undefined) throw new Error('The key was not heard')
  return shownAt - typedAt
}
