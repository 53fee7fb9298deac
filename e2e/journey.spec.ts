/** The whole path, as people walk it: from a template to a paid order on a phone, and back to the counter. */
import { expect, test, type Browser, type BrowserContext, type FrameLocator, type Page } from '@playwright/test'
import { createProgram, letIn, openAllDay, signInAsDemo } from './merchant.ts'
import { startProduct, type ProductServer } from './server.ts'
import { canvasOf, drag, pointIn, previewOf, selectOnCanvas, typeOnCanvas, waitUntilSaved } from './studio.ts'

const shopName = 'Lin’s Noodle Bar'

let server: ProductServer
let merchantContext: BrowserContext
let merchant: Page
let phoneContext: BrowserContext
let phone: Page
let programId: string
let liveUrl: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  server = await startProduct()
  merchantContext = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  merchant = await merchantContext.newPage()
  phoneContext = await openPhone(browser)
  phone = await phoneContext.newPage()
})

test.afterAll(async () => {
  await merchantContext?.close()
  await phoneContext?.close()
  await server?.stop()
})

function openPhone(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
  })
}

test('1 · a demo merchant is in with one click; others sign up and sign in', async ({ browser }) => {
  await signInAsDemo(merchant, server.url)

  const other = await browser.newContext()
  const page = await other.newPage()
  await page.goto(server.url)
  await page.getByRole('button', { name: 'Create account' }).first().click()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Wang Wei')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('wang.wei@example.com')
  await page.getByLabel('Password', { exact: true }).fill('a long enough one')
  await page.getByRole('button', { name: 'Create account' }).last().click()
  await expect(page.getByRole('heading', { name: 'Programs', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Account of Wang Wei' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('textbox', { name: 'E-mail' }).fill('wang.wei@example.com')
  await page.getByLabel('Password', { exact: true }).fill('a long enough one')
  await page.getByRole('button', { name: 'Sign in' }).last().click()
  await expect(page.getByRole('heading', { name: 'Programs', exact: true })).toBeVisible()
  await other.close()
})

test('2 · the template and a name make a program with a catalogue of its own', async () => {
  programId = await createProgram(merchant, shopName)
  const answer = await merchant.request.get(`${server.url}/api/programs/${programId}/catalogue`)
  const catalogue = await answer.json()
  expect(catalogue.dishes.length).toBeGreaterThanOrEqual(18)
  expect(catalogue.categories.length).toBe(5)
  expect(catalogue.dishes.every((dish: { picture: unknown }) => dish.picture !== null)).toBe(true)
  expect(catalogue.modifierGroups.some((group: { min: number; max: number }) => group.max > 1)).toBe(true)
  const settings = await (await merchant.request.get(`${server.url}/api/programs/${programId}/settings`)).json()
  expect(settings.tables).toHaveLength(6)
  // The journey must not depend on the hour at which the tests run.
  await openAllDay(merchant, server.url, programId)
})

test('3 · drag, nest, reorder, edit, type, undo, add a page and a tab; all of it saved', async () => {
  const canvas = canvasOf(merchant)
  const headline = canvas.locator('.b-section .b-heading [data-edit="text"]').first()
  await expect(headline).toHaveText('Made by hand since 1998')

  // From the palette to a place between two blocks.
  const card = await pointIn(merchant.getByTestId('palette-heading'), 'middle')
  await drag(merchant, card, () => pointIn(canvas.locator('.b-banner-carousel'), 'top'))
  await expect
    .poll(async () => (await blocksOf(canvas)).slice(0, 3))
    .toEqual(['notice-bar', 'heading', 'banner-carousel'])

  // Reordered: above the notice bar.
  await selectOnCanvas(merchant, canvas.locator('.b-heading').first())
  await merchant.keyboard.press('Alt+ArrowUp')
  await expect.poll(async () => (await blocksOf(canvas)).slice(0, 2)).toEqual(['heading', 'notice-bar'])

  // Into a container, by dragging the block itself.
  const handle = await pointIn(merchant.getByTitle('Drag to move'), 'middle')
  await drag(merchant, handle, () => pointIn(canvas.locator('.b-columns'), 'top'))
  await expect(canvas.locator('.b-section .b-heading')).toHaveCount(2)

  // Its properties in the inspector.
  const moved = canvas.locator('.b-section .b-heading').nth(1)
  await selectOnCanvas(merchant, moved)
  await merchant.getByTestId('inspector').getByRole('textbox', { name: 'Headline' }).fill('Today’s noodles')
  await expect(moved).toContainText('Today’s noodles')

  // Undo and redo, step by step.
  await merchant.getByRole('button', { name: 'Undo' }).click()
  await expect(moved).toContainText('Freshly made, every day')
  await merchant.getByRole('button', { name: 'Redo' }).click()
  await expect(moved).toContainText('Today’s noodles')

  // Typed on the canvas itself.
  await typeOnCanvas(merchant, headline, 'Pulled by hand, every morning')
  await expect(canvas.getByText('Pulled by hand, every morning')).toBeVisible()

  // A page and its tab.
  await merchant.getByRole('button', { name: 'Pages' }).click()
  await merchant.getByRole('button', { name: 'Add a page' }).click()
  await merchant.getByRole('button', { name: /^New page/ }).click()
  const list = merchant.getByRole('grid', { name: 'Pages' })
  await list.getByText('New page').dblclick()
  await list.getByRole('textbox').fill('Events')
  await list.getByRole('textbox').press('Enter')
  await merchant.getByRole('button', { name: 'Add a tab' }).click()
  await merchant.getByRole('menuitem', { name: 'Events' }).click()
  await expect(canvas.getByRole('navigation').getByText('Events')).toBeVisible()
  await list.getByText('Home').first().click()
  await waitUntilSaved(merchant)

  await merchant.reload()
  await expect(canvas.getByText('Pulled by hand, every morning')).toBeVisible()
  await expect(canvas.getByRole('navigation').getByText('Events')).toBeVisible()
})

test('4 · a second person sees every change at once, and both edit', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const designer = await context.newPage()
  await letIn(merchant, designer, { url: server.url, programId })
  await designer.goto(`${server.url}/p/${programId}`)
  const theirs = canvasOf(designer)
  const ours = canvasOf(merchant)
  await expect(theirs.getByText('Pulled by hand, every morning')).toBeVisible()
  await expect(merchant.getByTestId('people')).toHaveAccessibleName('2 people are here')

  // Names and coloured selections.
  await selectOnCanvas(designer, theirs.locator('.b-notice-bar'))
  await expect(merchant.getByTestId('peer-selection')).toHaveText(/\S/)

  // Both at once, in one block and in another.
  await selectOnCanvas(merchant, ours.locator('.b-section .b-heading').first())
  await Promise.all([
    merchant.getByTestId('inspector').getByRole('textbox', { name: 'Headline' }).fill('Pulled by hand, at dawn'),
    designer.getByTestId('inspector').getByRole('textbox', { name: 'Text' }).fill('Broth is ready at eleven.'),
  ])
  for (const canvas of [ours, theirs]) {
    await expect(canvas.getByText('Pulled by hand, at dawn')).toBeVisible()
    await expect(canvas.getByText('Broth is ready at eleven.')).toBeVisible()
  }
  await context.close()
  await expect(merchant.getByTestId('people')).toHaveCount(0)
})

test('5 · the preview is the real runtime and follows each edit without a reload', async () => {
  await merchant.getByRole('button', { name: 'Preview' }).click()
  const preview = previewOf(merchant)
  await expect(preview.getByText('Pulled by hand, at dawn')).toBeVisible()
  const mark = () => preview.locator('html').evaluate((root) => (root.dataset.mark ??= 'never reloaded'))
  await mark()
  await selectOnCanvas(merchant, canvasOf(merchant).locator('.b-section .b-heading').first())
  await merchant.getByTestId('inspector').getByRole('textbox', { name: 'Headline' }).fill('Noodles pulled by hand')
  await expect(preview.getByText('Noodles pulled by hand')).toBeVisible()
  await expect(preview.locator('html')).toHaveAttribute('data-mark', 'never reloaded')
  // It works, not only shows: a tab leads to the menu, and a dish opens its choices.
  await preview.getByRole('link', { name: 'Order' }).last().click()
  await preview.getByRole('button', { name: 'Choose options for Dan dan noodles' }).click()
  await expect(preview.getByRole('dialog')).toContainText('How spicy')
  await merchant.getByRole('button', { name: 'Close preview' }).click()
})

test('6a · publish answers with a link and a code', async () => {
  await waitUntilSaved(merchant)
  await merchant.getByRole('button', { name: 'Publish', exact: true }).click()
  await merchant.getByRole('button', { name: 'Publish now' }).click()
  await expect(merchant.getByText('Version 1 is live')).toBeVisible()
  await expect(merchant.getByRole('img', { name: 'QR code of the link' })).toBeVisible()
  liveUrl = (await merchant.getByRole('link', { name: 'Open', exact: true }).getAttribute('href'))!
  expect(new URL(liveUrl).hostname).toMatch(/^[a-z0-9]+\.localhost$/)
  await merchant.getByRole('button', { name: 'Close' }).first().click()
})

test('6b · on a phone: choose, join, pay, and follow the order; 7 · the counter moves it on', async () => {
  await phone.goto(liveUrl)
  await expect(phone.getByText('Noodles pulled by hand')).toBeVisible()
  await phone.getByRole('link', { name: 'Order' }).last().tap()

  // Two dishes with choices.
  await phone.getByRole('button', { name: 'Choose options for Dan dan noodles' }).tap()
  const sheet = phone.getByRole('dialog')
  await sheet.getByText('Large', { exact: true }).tap()
  await sheet.getByText('Very spicy').tap()
  await sheet.getByRole('button', { name: 'Add to cart' }).tap()
  await expect(sheet).toBeHidden()
  await phone.getByRole('button', { name: 'Choose options for Braised beef noodles' }).tap()
  await sheet.getByText('Hand-pulled').tap()
  await sheet.getByRole('button', { name: 'Add to cart' }).tap()
  await expect(sheet).toBeHidden()

  // A member first, so that this order earns points.
  await phone.getByRole('link', { name: 'Member' }).last().tap()
  await phone.getByRole('button', { name: 'Join now' }).tap()
  const join = phone.getByRole('dialog')
  await join.getByRole('textbox', { name: 'Name' }).fill('Chen Yu')
  await join.getByRole('textbox', { name: /Phone/ }).fill('13800138000')
  await join.getByRole('checkbox').check()
  await join.getByRole('button', { name: 'Join now' }).tap()
  await expect(phone.getByText('Chen Yu')).toBeVisible()
  const points = phone.locator('.b-membership-card').getByText(/^0$/)
  await expect(points.first()).toBeVisible()

  // The cart is still there: to a table, paid online.
  await phone.getByRole('link', { name: 'Order' }).last().tap()
  await phone
    .getByRole('button', { name: /Check out|Open the cart/ })
    .first()
    .tap()
  const checkout = phone.getByRole('dialog')
  if (await checkout.getByRole('button', { name: 'Check out' }).isVisible())
    await checkout.getByRole('button', { name: 'Check out' }).tap()
  await checkout.getByText('A3').tap()
  // 28.00 + 28.00 + 2.00 for hand-pulled noodles: the server's figure.
  await expect(checkout.getByText('58').first()).toBeVisible()
  await checkout.getByRole('button', { name: /^Pay\b/ }).tap()

  // The cashier stands on the platform's own origin.
  await phone.waitForURL(/\/cashier\//)
  expect(new URL(phone.url()).host).toBe(new URL(server.url).host)
  await expect(phone.getByRole('heading', { name: shopName })).toBeVisible()
  await phone.getByRole('button', { name: /^Pay/ }).tap()
  await phone.waitForURL(/\/_order\//)
  expect(new URL(phone.url()).hostname).toBe(new URL(liveUrl).hostname)
  await expect(phone.locator('.b-order-status')).toContainText('Your number')
  await expect(phone.getByText('Order received')).toBeVisible()
  const orderAddress = phone.url()

  // The counter shows it the moment it is made …
  const counterContext = await merchantContext.newPage()
  await counterContext.goto(`${server.url}/p/${programId}/console/orders`)
  const order = counterContext.getByRole('article', { name: 'Order 1', exact: true })
  await expect(order).toContainText('Dan dan noodles')
  await expect(order).toContainText('Very spicy')
  await expect(order).toContainText('A3')

  // … and moving it on moves the customer's phone.
  await counterContext.getByRole('button', { name: 'Accept order 1' }).click()
  await expect(phone.getByText('Accepted').first()).toBeVisible()
  await counterContext.getByRole('button', { name: 'Start cooking order 1' }).click()
  await counterContext.getByRole('button', { name: 'Ready: order 1' }).click()
  await counterContext.getByRole('button', { name: 'Hand over order 1' }).click()
  await expect(phone.locator('.b-order-status')).toContainText('Enjoy')

  // Points arrived from the order.
  await phone.goto(new URL('/member', orderAddress).href)
  await expect(phone.locator('.b-membership-card')).toContainText('58')

  // An order made while the board is open appears by itself.
  await phone.goto(new URL('/menu', orderAddress).href)
  await phone.getByRole('button', { name: 'Add Tea eggs' }).tap()
  await phone
    .getByRole('button', { name: /Check out|Open the cart/ })
    .first()
    .tap()
  if (await checkout.getByRole('button', { name: 'Check out' }).isVisible())
    await checkout.getByRole('button', { name: 'Check out' }).tap()
  await checkout.getByText('Pick up').tap()
  await checkout.getByText('Pay at the counter').tap()
  await checkout.getByRole('button', { name: 'Place order' }).tap()
  await phone.waitForURL(/\/_order\//)
  await expect(counterContext.getByRole('article', { name: 'Order 2', exact: true })).toContainText('Tea eggs')

  // A table for tomorrow, and the counter's book.
  await phone.goto(new URL('/booking', orderAddress).href)
  await phone.getByRole('radio', { name: /^Tomorrow/ }).tap()
  await expect(phone.getByRole('radio', { name: /^Tomorrow/ })).toBeChecked()
  await phone.getByRole('button', { name: '18:30', exact: true }).tap()
  await phone.getByRole('textbox', { name: 'Name' }).fill('Chen Yu')
  await phone.getByRole('textbox', { name: /Phone/ }).fill('13800138000')
  await phone.getByRole('checkbox').check()
  await phone.getByRole('button', { name: 'Confirm booking' }).tap()
  await expect(phone.getByText('See you then!')).toBeVisible()
  await counterContext.getByRole('navigation', { name: 'Areas of the counter' }).getByText('Bookings').click()
  await counterContext.getByRole('button', { name: 'The day after' }).click()
  await expect(counterContext.getByRole('button', { name: 'Booking of Chen Yu' }).first()).toBeVisible()
  await counterContext.close()
})

test('8 · a new headline is version 2; one click brings version 1 back', async () => {
  await selectOnCanvas(merchant, canvasOf(merchant).locator('.b-section .b-heading').first())
  await merchant.getByTestId('inspector').getByRole('textbox', { name: 'Headline' }).fill('Now with longer noodles')
  await waitUntilSaved(merchant)
  await merchant.getByRole('button', { name: 'Publish', exact: true }).click()
  await merchant.getByRole('button', { name: 'Publish now' }).click()
  await expect(merchant.getByText('Version 2 is live')).toBeVisible()
  await phone.goto(liveUrl)
  await expect(phone.getByText('Now with longer noodles')).toBeVisible()

  await merchant.getByRole('button', { name: 'Bring back: Version 1' }).click()
  await expect(merchant.getByText('Version 1 is live')).toBeVisible()
  await phone.goto(liveUrl)
  await expect(phone.getByText('Noodles pulled by hand')).toBeVisible()
})

/** The kinds of blocks drawn on the page, in order, containers before what they hold. */
function blocksOf(canvas: FrameLocator): Promise<(string | undefined)[]> {
  return canvas
    .locator('.sw-node')
    .evaluateAll((nodes) =>
      nodes.map((node) =>
        [...(node.firstElementChild?.classList ?? [])].find((name) => name.startsWith('b-'))?.slice(2),
      ),
    )
}
