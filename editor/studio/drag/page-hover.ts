import type { PageId } from '#model/ids.ts'
import type { Point } from '../canvas/geometry.ts'

/** Resting this long on a page's name opens the page; passing over it does not. */
export const OPENS_AFTER_MS = 600

/** The page whose name is under the pointer: any element with `data-page-drop="<page id>"`. */
export function findPageAt({ x, y }: Point): { readonly pageId: PageId; readonly element: HTMLElement } | undefined {
  const element = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-page-drop]')
  return element?.dataset.pageDrop ? { pageId: element.dataset.pageDrop as PageId, element } : undefined
}

/** Follows on which page's name the pointer rests, and for how long. */
export function createPageHover(clock: Pick<Performance, 'now'>): {
  /** @returns the page to open now, once */
  over(pageId: PageId | undefined): PageId | undefined
} {
  let resting: { readonly pageId: PageId | undefined; readonly sinceMs: number; readonly opened: boolean } | undefined
  return {
    over(pageId) {
      if (resting?.pageId !== pageId) resting = { pageId, sinceMs: clock.now(), opened: false }
      if (pageId === undefined || resting?.opened || clock.now() - (resting?.sinceMs ?? 0) < OPENS_AFTER_MS)
        return undefined
      resting = { pageId, sinceMs: 0, opened: true }
      return pageId
    },
  }
}
