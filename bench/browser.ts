/** One browser for a bench, and the product on fresh data. */
import { chromium, type Browser } from '@playwright/test'
import { startProduct, type ProductServer } from '../e2e/server.ts'
import { browserLaunchOptions } from '../scripts/find-browser.mjs'

export const openBrowser = (): Promise<Browser> => chromium.launch(browserLaunchOptions())

/** @returns what `use` returns; server and its data are gone afterwards */
export async function withProduct<Result>(use: (server: ProductServer) => Promise<Result>): Promise<Result> {
  const server = await startProduct()
  try {
    return await use(server)
  } finally {
    await server.stop()
  }
}
