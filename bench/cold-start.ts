/** From the command to a drawn canvas: a first start on an empty folder, and every later one. */
import type { Browser } from '@playwright/test'
import { createProgram, signInAsDemo } from '../e2e/merchant.ts'
import { canvasOf } from '../e2e/studio.ts'
import { withProduct } from './browser.ts'
import type { Samples } from './report.ts'

export async function benchColdStart(browser: Browser, runs: number): Promise<readonly Samples[]> {
  const first: number[] = []
  const later: number[] = []
  for (let run = 0; run < runs; run++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
    const page = await context.newPage()
    const startedMs = performance.now()
    await withProduct(async (server) => {
      await signInAsDemo(page, server.url)
      await createProgram(page, 'Cold start')
      await canvasOf(page).locator('[data-node]').first().waitFor()
      first.push(performance.now() - startedMs)

      await server.kill()
      const againMs = performance.now()
      await server.restart()
      await page.reload()
      await canvasOf(page).locator('[data-node]').first().waitFor()
      later.push(performance.now() - againMs)
    })
    await context.close()
  }
  const kind = { unit: 'ms', better: 'lower' } as const
  return [
    {
      ...kind,
      name: 'start on an empty folder to a usable editor, sign-in and template included',
      values: first,
      bar: 10_000,
    },
    { ...kind, name: 'start after kill -9 to a usable editor', values: later, bar: 10_000 },
  ]
}
