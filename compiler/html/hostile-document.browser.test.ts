/** What is written in a document is content: nothing of it runs, loads or leads where it was not let. */
import { chromium, type Browser, type Frame, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleShopData } from '#components/testing/sample-shop-data.ts'
import { definitions } from '#components/definitions.ts'
import { editorPage, probeFrame } from '#runtime/testing/editor-page.ts'
import { sendHtml, serveRuntime, type ServedRuntime } from '#runtime/testing/serve-runtime.ts'
import { browserLaunchOptions } from '../../scripts/find-browser.mjs'
import { compileForCanvas, compileProgram } from '../compile-program.ts'
import { hostileMarkup, hostilePrograms, openHostileProgram } from '../testing/hostile-program.ts'
import { renderPage } from './render-page.tsx'

let runtime: ServedRuntime
let browser: Browser
const shopData = sampleShopData(60)

beforeAll(async () => {
  runtime = await serveRuntime()
  runtime.on('/', sendHtml(editorPage))
  browser = await chromium.launch(browserLaunchOptions())
})

afterAll(async () => {
  await browser?.close()
  await runtime?.close()
})

/** What stands in the document that nobody let in. Addresses are looked at as a browser reads them: without blanks. */
const findForeign = `(() => {
  const found = []
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName
    if (name === 'script' && !element.matches('[data-boot], [type="application/json"], [type="application/ld+json"], [type="module"]'))
      found.push('script')
    if (['object', 'embed', 'base', 'iframe'].includes(name)) found.push(name)
    for (const { name: attribute, value } of element.attributes) {
      if (attribute.startsWith('on') || attribute === 'srcdoc') found.push(name + ' ' + attribute)
      const scheme = /^([a-z]+):/i.exec(value.replaceAll(/[\\s\\x00-\\x1f]/g, ''))?.[1]?.toLowerCase()
      const leads = ['href', 'xlink:href', 'action', 'formaction', 'src', 'data', 'poster'].includes(attribute)
      const isDrawn = element.matches('img, link[rel="icon"]') && value.startsWith('data:image/')
      if (leads && !isDrawn && scheme && !['http', 'https', 'tel'].includes(scheme)) found.push(name + ' ' + attribute + ' ' + value)
      const elsewhere = leads && URL.canParse(value, location.href) && new URL(value, location.href).host === 'evil.example'
      if (elsewhere || (attribute === 'style' && value.includes('evil.example'))) found.push(name + ' ' + attribute + ' ' + value)
    }
  }
  if (window.pwned !== undefined) found.push('it ran')
  return found
})()`

/** @returns addresses outside this machine that the page asked for */
async function watched(): Promise<{ page: Page; left: string[] }> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  const left: string[] = []
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(runtime.origin)) left.push(request.url())
  })
  return { page, left }
}

async function expectOnlyContent(where: Page | Frame, left: readonly string[]): Promise<void> {
  expect(await where.evaluate(findForeign)).toEqual([])
  expect(left).toEqual([])
  // It is there, as the words it is.
  expect(await where.locator('main').textContent()).toContain(hostileMarkup)
}

test.for(hostilePrograms)('a published page of hostile values, asleep and awake (program %i)', async (at) => {
  const program = compileProgram(openHostileProgram(at))
  const input = { program, shopData, assets: runtime.assets, nowMs: Date.now(), origin: runtime.origin }
  const rendered = renderPage({ ...input, pageId: program.homePageId })!
  const { page, left } = await watched()
  runtime.on('/hostile', sendHtml(rendered.html, { 'Content-Security-Policy': rendered.policy }))
  // Without the policy too: it is a second wall, not the first.
  runtime.on('/unguarded', sendHtml(rendered.html))
  for (const path of ['/hostile', '/unguarded']) {
    await page.goto(runtime.origin + path)
    await expectOnlyContent(page, left)
    await page.locator('[data-island]').first().waitFor({ state: 'attached' })
    await page.locator('button').first().click({ force: true })
    await page.locator('[data-awake]').first().waitFor({ state: 'attached' })
    await expectOnlyContent(page, left)
  }
  await page.close()
})

test.for(hostilePrograms)('the canvas of hostile values (program %i)', async (at) => {
  const program = compileForCanvas(openHostileProgram(at))
  const { page, left } = await watched()
  await page.goto(runtime.origin)
  const probe = probeFrame(page)
  await probe.heard('ready')
  await probe.send({
    kind: 'start',
    mode: 'canvas',
    program,
    pageId: program.homePageId,
    shopData,
    scheme: 'light',
  })
  await probe.heard('measured')
  const frame = page.frames()[1]!
  await expectOnlyContent(frame, left)
  expect(await frame.locator('[data-node]').count()).toBeGreaterThanOrEqual(Object.keys(definitions).length)
  expect((await probe.said()).filter(({ kind }) => kind === 'view-failed')).toEqual([])
  await page.close()
})
