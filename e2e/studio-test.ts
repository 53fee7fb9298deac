/**
 * Tests of single behaviours of the studio. One product serves a whole run; each test gets a program of its own from the
 * noodle shop's template, opened in a signed-in browser, so no test sees what another left behind.
 */
import { expect, test as base, type Page } from '@playwright/test'
import { startProduct, type ProductServer } from './server.ts'
import { knowsTheStudio, waitUntilSaved } from './studio.ts'

interface Fixtures {
  /** The studio of a fresh program, saved and drawn, at desktop width. `test.use({ viewport, hasTouch })` changes that. */
  readonly studio: Page
  /** With `test.use({ isFirstVisit: true })` the tour of the first visit is shown. */
  readonly isFirstVisit: boolean
  /** Makes a further program in the same workspace. @returns its id */
  readonly makeProgram: (name: string) => Promise<string>
}

export const test = base.extend<Fixtures, { readonly product: ProductServer }>({
  viewport: { width: 1440, height: 900 },
  product: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await startProduct()
      await use(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
  isFirstVisit: [false, { option: true }],
  makeProgram: async ({ page, product, isFirstVisit }, use) => {
    if (!isFirstVisit) await knowsTheStudio(page.context())
    const signedIn = await page.request.post(`${product.url}/api/demo`, { headers: { origin: product.url } })
    expect(signedIn.ok()).toBe(true)
    const me = (await (await page.request.get(`${product.url}/api/me`)).json()) as {
      readonly workspaces: readonly { readonly id: string }[]
    }
    const workspaceId = me.workspaces[0]!.id
    await use(async (name) => {
      const made = await page.request.post(`${product.url}/api/workspaces/${workspaceId}/programs`, {
        data: { templateId: 'noodle-shop', name, language: 'en' },
        headers: { origin: product.url },
      })
      expect(made.ok()).toBe(true)
      return ((await made.json()) as { readonly id: string }).id
    })
  },
  studio: async ({ page, product, makeProgram }, use, testInfo) => {
    await openStudio(page, product.url, await makeProgram(testInfo.title.slice(0, 50)))
    await use(page)
  },
})

/** Opens a program's studio and waits until it is drawn. */
export async function openStudio(page: Page, url: string, programId: string): Promise<void> {
  await page.goto(`${url}/p/${programId}`)
  await page.frameLocator('iframe[title="Canvas"]').locator('[data-node]').first().waitFor()
  await waitUntilSaved(page)
}

export { expect }
