/** Work without a connection: it goes on, survives a reload, and comes together with what others did. */
import { expect, test, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { startLameProxy } from './lame-proxy.ts'
import { createProgram, letIn, signInAsDemo } from './merchant.ts'
import { startProduct, type ProductServer } from './server.ts'
import { canvasOf, knowsTheStudio, selectOnCanvas, waitUntilSaved } from './studio.ts'

// What is promised; the clock starts when the network dies.
const noticedWithin = { timeout: 5000 }

test.use({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'allow' })

let server: ProductServer

test.beforeAll(async () => {
  server = await startProduct()
})

test.afterAll(async () => {
  await server?.stop()
})

const saveState = (page: Page): Locator => page.getByTestId('save-state')
const headline = (page: Page): Locator => canvasOf(page).locator('.b-section .b-heading').first()

/** Rewrites a text of the page's headline through the inspector. */
async function rewrite(page: Page, text: string, field = 'Headline'): Promise<void> {
  await selectOnCanvas(page, headline(page))
  await page.getByTestId('inspector').getByRole('textbox', { name: field }).fill(text)
  await expect(headline(page)).toContainText(text)
}

/** The form's code has come; what is typed in it needs no network from now on. */
async function untilFormIsHere(page: Page): Promise<void> {
  await selectOnCanvas(page, headline(page))
  await expect(page.getByTestId('inspector').getByRole('textbox', { name: 'Headline' })).toBeVisible()
}

/** The worker keeps the whole editor by now, this page is in its charge, and the program is on this device. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller) return
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve))
  })
  const rows = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('shopwright')
          opening.addEventListener('success', () => {
            const count = opening.result.transaction('updates').objectStore('updates').count()
            count.addEventListener('success', () => resolve(count.result))
          })
        }),
    )
  await expect.poll(rows).toBeGreaterThan(0)
}

async function untilOnDevice(page: Page): Promise<void> {
  await expect(saveState(page)).toHaveAttribute('data-state', 'offline')
  await expect(saveState(page)).toHaveAttribute('data-on-device', 'yes')
}

async function newContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext()
  await knowsTheStudio(context)
  return context
}

async function open(context: BrowserContext, programId: string, url = server.url): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${url}/p/${programId}`)
  await expect(headline(page)).toBeVisible()
  return page
}

test('edits made offline survive reloads and meet what somebody else did meanwhile', async ({ browser }) => {
  const [hers, his] = await Promise.all([newContext(browser), newContext(browser)])
  const ann = await hers.newPage()
  await signInAsDemo(ann, server.url)
  const programId = await createProgram(ann, 'Tunnel')
  const first = await his.newPage()
  await letIn(ann, first, { url: server.url, programId })
  await first.close()
  const bo = await open(his, programId)
  await expect(headline(ann)).toBeVisible()
  await waitUntilSaved(ann)
  await untilKept(ann)
  const picturesKept = () => ann.evaluate(async () => (await (await caches.open('studio-pictures-1')).keys()).length)
  await expect.poll(picturesKept).toBeGreaterThan(3)

  await hers.setOffline(true)
  await expect(saveState(ann)).toHaveAttribute('data-state', 'offline', noticedWithin)
  await rewrite(ann, 'Written in a tunnel')
  await untilOnDevice(ann)
  await expect(saveState(ann)).toContainText('kept on this device')

  await ann.reload()
  await expect(canvasOf(ann).getByText('Written in a tunnel')).toBeVisible()
  await untilOnDevice(ann)
  await rewrite(bo, 'Written at the desk', 'Line below')
  await rewrite(ann, 'Later in the tunnel', 'Words for see more')
  await untilOnDevice(ann)
  // As a browser that ends without a word.
  await ann.close({ runBeforeUnload: false })
  const again = await open(hers, programId)
  await expect(canvasOf(again).getByText('Later in the tunnel')).toBeVisible()
  const picture = canvasOf(again).locator('img').first()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)

  await hers.setOffline(false)
  await waitUntilSaved(again)
  for (const page of [again, bo])
    for (const text of ['Written in a tunnel', 'Written at the desk', 'Later in the tunnel'])
      await expect(canvasOf(page).getByText(text)).toBeVisible()
  await Promise.all([hers.close(), his.close()])
})

test('the server is gone while a page is reloaded and edited; back again, it has everything', async ({ browser }) => {
  const hers = await newContext(browser)
  const ann = await hers.newPage()
  await signInAsDemo(ann, server.url)
  await createProgram(ann, 'Crash')
  await expect(headline(ann)).toBeVisible()
  await waitUntilSaved(ann)
  await untilKept(ann)
  await server.kill()
  await ann.reload()
  await rewrite(ann, 'Typed while the server was down')
  await untilOnDevice(ann)
  await server.restart()
  await waitUntilSaved(ann)
  await hers.close()
})

test('a network that dies without a word is noticed within 5 seconds, and what was typed goes out when it is back', async ({
  browser,
}) => {
  const proxy = await startLameProxy(server.port)
  const hers = await newContext(browser)
  const ann = await hers.newPage()
  await signInAsDemo(ann, proxy.url)
  await createProgram(ann, 'Sleeping router')
  await expect(headline(ann)).toBeVisible()
  await waitUntilSaved(ann)
  await untilFormIsHere(ann)
  proxy.freeze()
  await expect(saveState(ann)).toHaveAttribute('data-state', 'offline', noticedWithin)
  await rewrite(ann, 'Typed into the void')
  await untilOnDevice(ann)
  proxy.thaw()
  await waitUntilSaved(ann)
  await hers.close()
  await proxy.close()
})

test('whose role sank while they were offline keeps their changes apart, and puts them back when they may', async ({
  browser,
}) => {
  const [hers, his] = await Promise.all([newContext(browser), newContext(browser)])
  const ann = await hers.newPage()
  await signInAsDemo(ann, server.url)
  const programId = await createProgram(ann, 'Demoted')
  const first = await his.newPage()
  await letIn(ann, first, { url: server.url, programId })
  const me = (await (await first.request.get(`${server.url}/api/me`)).json()) as {
    readonly user: { readonly id: string }
  }
  await first.close()
  const bo = await open(his, programId)
  await waitUntilSaved(bo)
  await untilFormIsHere(bo)
  await his.setOffline(true)
  await rewrite(bo, 'Not for a viewer')
  await untilOnDevice(bo)
  const become = async (role: 'viewer' | 'designer') => {
    const path = `${server.url}/api/programs/${programId}/people/${me.user.id}`
    const answer = await ann.request.patch(path, { data: { role }, headers: { origin: server.url } })
    expect(answer.ok()).toBe(true)
  }
  await become('viewer')
  await his.setOffline(false)
  const kept = bo.getByTestId('kept-changes')
  await expect(kept).toContainText('You may only look')
  await expect(saveState(bo)).toHaveAttribute('data-state', 'looking')
  await expect(headline(bo)).not.toContainText('Not for a viewer')
  await expect(headline(ann)).not.toContainText('Not for a viewer')

  await become('designer')
  await kept.getByRole('button', { name: 'Put them back' }).click()
  for (const page of [bo, ann]) await expect(headline(page)).toContainText('Not for a viewer')
  await waitUntilSaved(bo)
  await expect(kept).toHaveCount(0)
  await Promise.all([hers.close(), his.close()])
})

test('two tabs of one person: one face, an undo each, and one copy of what both did offline', async ({ browser }) => {
  const [hers, his] = await Promise.all([newContext(browser), newContext(browser)])
  const one = await hers.newPage()
  await signInAsDemo(one, server.url)
  const programId = await createProgram(one, 'Two tabs')
  const first = await his.newPage()
  await letIn(one, first, { url: server.url, programId })
  await first.close()
  const bo = await open(his, programId)
  const two = await open(hers, programId)
  for (const page of [one, two]) {
    await expect(page.getByTestId('people').getByRole('button')).toHaveCount(1)
    await waitUntilSaved(page)
  }
  await expect(bo.getByTestId('people').getByRole('button')).toHaveCount(1)
  await untilKept(one)

  await rewrite(one, 'By the first tab')
  await rewrite(two, 'By the second tab', 'Line below')
  await expect(headline(two)).toContainText('By the first tab')
  await two.getByRole('button', { name: /^Undo/ }).click()
  await expect(headline(two)).not.toContainText('By the second tab')
  await expect(headline(one)).toContainText('By the first tab')

  await waitUntilSaved(two)
  await hers.setOffline(true)
  await rewrite(one, 'Offline in the first')
  await rewrite(two, 'Offline in the second', 'Line below')
  await Promise.all([untilOnDevice(one), untilOnDevice(two)])
  await two.close({ runBeforeUnload: false })
  await one.reload()
  for (const text of ['Offline in the first', 'Offline in the second']) await expect(headline(one)).toContainText(text)
  await hers.setOffline(false)
  await waitUntilSaved(one)
  for (const text of ['Offline in the first', 'Offline in the second']) await expect(headline(bo)).toContainText(text)
  await Promise.all([hers.close(), his.close()])
})

test('what one account left unsent is neither shown to another one nor sent as theirs; signing out asks first', async ({
  browser,
}) => {
  const context = await newContext(browser)
  const ann = await context.newPage()
  await signInAsDemo(ann, server.url)
  const programId = await createProgram(ann, 'Shared laptop')
  await waitUntilSaved(ann)
  await untilFormIsHere(ann)
  await context.setOffline(true)
  await rewrite(ann, 'Mine alone')
  await untilOnDevice(ann)
  await ann.close({ runBeforeUnload: false })
  await context.setOffline(false)
  const cookies = await context.cookies()

  const guest = await context.newPage()
  await guest.request.post(`${server.url}/api/demo`, { headers: { origin: server.url } })
  await guest.goto(`${server.url}/p/${programId}`)
  await expect(guest.getByTestId('cannot-open')).toHaveAttribute('data-reason', 'gone')
  await guest.goto(server.url)
  await guest.getByRole('heading', { name: 'Programs', exact: true }).waitFor()

  await context.clearCookies()
  await context.addCookies(cookies)
  await guest.goto(server.url)
  await guest.getByRole('link', { name: 'Edit Shared laptop' }).first().waitFor()
  await guest.getByRole('button', { name: /^Account/ }).click()
  await guest.getByRole('menuitem', { name: 'Sign out' }).click()
  const asked = guest.getByRole('dialog')
  await expect(asked).toContainText('Shared laptop')
  await guest.keyboard.press('Escape')
  const page = await open(context, programId)
  await expect(headline(page)).toContainText('Mine alone')
  await waitUntilSaved(page)
  await context.close()
})

test('a browser that keeps nothing says so while it is offline', async ({ browser }) => {
  const context = await newContext(browser)
  await context.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { get: () => undefined })
  })
  const ann = await context.newPage()
  await signInAsDemo(ann, server.url)
  await createProgram(ann, 'Private window')
  await waitUntilSaved(ann)
  await untilFormIsHere(ann)
  await context.setOffline(true)
  await rewrite(ann, 'Here only')
  await expect(saveState(ann)).toHaveAttribute('data-on-device', 'no')
  await expect(saveState(ann)).toContainText('in this tab only')
  await context.setOffline(false)
  await waitUntilSaved(ann)
  await context.close()
})

test('a panel whose code has not come says so in its place, work goes on, and it comes with the network', async ({
  browser,
}) => {
  const hers = await browser.newContext({ serviceWorkers: 'block' })
  await knowsTheStudio(hers)
  const ann = await hers.newPage()
  await signInAsDemo(ann, server.url)
  await createProgram(ann, 'Lift')
  await waitUntilSaved(ann)
  await untilFormIsHere(ann)
  await hers.setOffline(true)

  await ann.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Theme' }).click()
  const panel = ann.getByRole('complementary', { name: 'Theme' })
  await expect(panel.getByText('It comes by itself as soon as there is one')).toBeVisible()
  await ann.getByRole('button', { name: 'Publish' }).click()
  await expect(ann.getByText('This part is not here yet.').last()).toBeVisible()
  await rewrite(ann, 'Between two floors')

  await hers.setOffline(false)
  await expect(panel.getByRole('radiogroup').first()).toBeVisible()
  await expect(ann.getByRole('dialog', { name: /Publish/ })).toBeVisible()
  await waitUntilSaved(ann)
  await hers.close()
})
