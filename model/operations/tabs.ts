import type { PageId } from '../ids.ts'
import { done, refused } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../program.ts'
import { tabPagesOf } from '../tree/pages.ts'
import { orderAt, rawPage } from './page-maps.ts'

/**
 * Moves a page's tab along the tab bar. The order of the pages themselves stays: [M32] a tab has a key of its own.
 * @param index - counts the other tabs; past the end means last
 * @returns a refusal if the page is gone or has no tab
 */
export function moveTab(program: Program, id: PageId, index: number): Outcome<'gone'> {
  const page = program.page(id)
  const map = rawPage(program, id)
  if (!page?.tab || !map) return refused('gone')
  program.doc.transact(() => {
    const others = tabPagesOf(program.pages()).flatMap((tab) => (tab.id === id ? [] : [tab.id]))
    map.set('tabOrder', orderAt(program, others, index, 'tabOrder'))
    program.wrote(id)
  })
  return done
}
