/** How a shop is found: posters that count, pages that are read offline, a draft on a phone in the same network. */
import { networkInterfaces } from 'node:os'
import type { Browser, BrowserContext } from '@playwright/test'
import { publish } from './merchant.ts'
import { startProduct } from './server.ts'
import { canvasOf, typeOnCanvas, waitUntilSaved } from './studio.ts'
import { expect, openStudio, test } from './studio-test.ts'

// What is read without a network comes from a service worker.
test.use({ serviceWorkers: 'allow' })

const openPhone = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('what was open is read without a network and says so; with one it is the shop as it is now', async ({
  browser,
}) => {
  // A server of its own, which can go away.
  const server = await startProduct()
  const merchant = await browser.newPage()
  await merchant.request.post(`${server.url}/api/demo`, { headers: { origin: server.url } })
  const me = await (await merchant.request.get(`${server.url}/api/me`)).json()
  const made = await merchant.request.post(`${server.url}/api/workspaces/${me.workspaces[0].id}/programs`, {
    data: { templateId: 'noodle-shop', name: 'Offline Noodles', language: 'en' },
    headers: { origin: server.url },
  })
  await openStudio(merchant, server.url, (await made.json()).id)
  // The tour of the first visit is in the way of this browser.
  await merchant.keyboard.press('Escape')
  const url = await publish(merchant)

  const context = await openPhone(browser)
  const page = await context.newPage()
  await page.goto(`${url}/menu`)
  await page.locator('[data-awake]').first().waitFor({ state: 'attached' })
  const isKept = () =>
    page.evaluate(async () => {
      for (const name of await caches.keys())
        if (await (await caches.open(name)).match(`${location.origin}/menu`)) return true
      return false
    })
  await expect.poll(isKept).toBe(true)
  await server.kill()
  await page.reload()
  await expect(page.locator('[data-kept]')).toContainText('You are offline')
  await expect(page.getByText('Braised beef noodles').first()).toBeVisible()
  await page.goto(`${url}/never-opened`)
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible()
  await expect(page.getByRole('link', { name: /Offline Noodles/ })).toHaveAttribute('href', '/menu')
  await server.restart()
  await page.goto(`${url}/menu`)
  await expect(page.locator('[data-island]').first()).toBeAttached()
  await expect(page.locator('[data-kept]')).toHaveCount(0)
  await context.close()
  await merchant.close()
  await server.stop()
})

test('posters are saved and printed, and each tells who came by it', async ({ studio: page, product, browser }) => {
  const url = await publish(page)
  const phone = await openPhone(browser)
  const visitor = await phone.newPage()
  const told = visitor.waitForRequest((request) => request.url().endsWith('/_shop/session'))
  await visitor.goto(`${url}/menu?via=window`)
  expect((await told).postDataJSON()).toMatchObject({ via: 'window' })
  await (await told).response()

  const programId = new URL(page.url()).pathname.split('/')[2]!
  await page.goto(`${product.url}/p/${programId}/console/posters`)
  const shopWindow = page.getByRole('listitem').filter({ hasText: 'Shop window' })
  await expect(shopWindow).toContainText('1 visitor · 0 orders')
  await page.getByRole('button', { name: 'Add a poster' }).click()
  await page.getByRole('textbox', { name: 'Where will it hang?' }).fill('Bus stop')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Show the poster “Bus stop”' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('?via=bus-stop')
  for (const [button, ending] of [
    ['SVG', '.svg'],
    ['PNG', '.png'],
  ] as const) {
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: button }).click(),
    ])
    expect(saved.suggestedFilename()).toMatch(new RegExp(`Bus stop – a4\\${ending}$`))
  }
  await page.keyboard.press('Escape')
  // The browser's own dialog cannot be seen from here: what it would print can.
  await page.evaluate(() => Object.assign(window, { print: () => undefined }))
  await page.getByRole('button', { name: 'Print all tables' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.poster-print > svg')).toHaveCount(6)
  await expect(page.locator('.poster-print > svg').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Posters' })).toBeHidden()
  await phone.close()
})

test('a phone in the same network shows the draft, follows it, and is shown out', async ({ studio: page, browser }) => {
  await page.getByRole('button', { name: 'See it on your phone' }).click()
  const hasNetwork = Object.values(networkInterfaces()).some((infos) =>
    infos?.some(({ family, internal }) => family === 'IPv4' && !internal),
  )
  if (!hasNetwork) return expect(page.getByRole('dialog')).toContainText('This computer is in no network')
  const address = (await page.getByTestId('phone-address').textContent()) ?? ''
  expect(new URL(address).hostname).toMatch(/^\d+\.\d+\.\d+\.\d+$/)

  const context = await openPhone(browser)
  const phone = await context.newPage()
  await phone.goto(address)
  const shown = phone.frameLocator('iframe[title="Draft"]')
  await expect(shown.getByText('Made by hand since 1998')).toBeVisible()
  await expect(page.getByText('1 phone is watching')).toBeVisible()
  await page.keyboard.press('Escape')

  const headline = canvasOf(page).locator('.b-section .b-heading [data-edit="text"]').first()
  await typeOnCanvas(page, headline, 'Seen on a phone')
  await expect(shown.getByText('Seen on a phone')).toBeVisible()
  await waitUntilSaved(page)
  await page.getByRole('button', { name: 'Page: Home' }).click()
  await page
    .getByRole('menuitemradio', { name: 'Menu', exact: true })
    .or(page.getByRole('menuitem', { name: 'Menu', exact: true }))
    .click()
  await expect(shown.locator('.b-menu')).toBeVisible()

  await page.getByRole('button', { name: 'See it on your phone' }).click()
  await page.getByRole('button', { name: 'Stop showing' }).click()
  await expect(phone.getByRole('heading', { name: 'This preview is over' })).toBeVisible()
  await phone.reload()
  await expect(phone.getByRole('heading', { name: 'This preview is over' })).toBeVisible()
  await context.close()
})
