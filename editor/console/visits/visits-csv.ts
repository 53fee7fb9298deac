import type { Words } from '#editor/words/use-words.ts'
import type { Visits } from '#platform/contract/visits.ts'
import { csvOf } from '../charts/csv.ts'
import { nameOfBlock, nameOfPage, nameOfVia } from './names.ts'

/** Everything the area shows, one table below the other. */
export function visitsCsv(visits: Visits, words: Words): string {
  const { visits: say } = words
  return csvOf([
    [say.overTime, say.visits, say.views, say.orders],
    ...visits.series.map((row) => [row.day, row.visits, row.views, row.orders]),
    [],
    [say.page, say.views, say.entries],
    ...visits.pages.map((page) => [nameOfPage(page, words), page.views, page.visits]),
    [],
    [say.block, say.page, say.seen, say.taps],
    ...visits.blocks.map((block) => [
      nameOfBlock(block, words),
      block.pageTitle ?? say.gonePage,
      block.seen,
      block.tapped,
    ]),
    [],
    [say.releases, say.visits, say.carts, say.orders],
    ...visits.releases.map((row) => [say.version(row.version), row.visits, row.carts, row.orders]),
    [],
    [say.via, say.visits, say.carts, say.orders],
    ...visits.vias.map((row) => [nameOfVia(row, words), row.visits, row.carts, row.orders]),
  ])
}
