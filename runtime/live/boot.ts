/** Brings islands to life. Loaded by the inline script when the first one is wanted. */
import { createLivePage, type LivePage } from './live-page.tsx'

let page: LivePage | undefined

/** Finds out who the visitor is, on a page that is not the same for everybody. */
export function findAudience(): void {
  page ??= createLivePage(document)
  page.findAudience()
}

/** Loads what this island needs and makes it react. Resolves when it does; rejects when something could not be loaded. */
export async function wake(island: HTMLElement): Promise<void> {
  page ??= createLivePage(document)
  await page.wake(island)
}
