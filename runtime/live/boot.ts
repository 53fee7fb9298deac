/** Brings islands to life. Loaded by the inline script when the first one is wanted. */
import { createLivePage, type LivePage } from './live-page.tsx'

let page: LivePage | undefined

/** Loads what this island needs and makes it react. Resolves when it does; rejects when something could not be loaded. */
export async function wake(island: HTMLElement): Promise<void> {
  page ??= createLivePage(document)
  await page.wake(island)
}
