import type { CompiledProgram } from '#model/compiled-program.ts'
import { orderStep } from '../contract/visits.ts'
import type { SeenReport } from '../contract/visits.ts'
import type { Counted } from './tally.ts'
import { viaIn } from './via.ts'

/** Nothing that a page tells has more parts. */
const mostNotes = 1000

/**
 * What a page's report counts for: blocks that this page of this release really has, each once, and steps that there
 * are. A page that the release does not have, or hides, counts for nothing.
 */
export function countsOfReport(program: CompiledProgram, report: SeenReport): readonly Counted[] {
  const page = program.pages.find(({ id }) => id === report.page)
  if (!page || page.hidden) return []
  const notes = report.notes.split(',', mostNotes)
  const noted = (kind: 's' | 't') =>
    notes
      .filter((note) => note.startsWith(`${kind}:`) && Object.hasOwn(page.nodes, note.slice(2)))
      .map((note) => note.slice(2))
  const of = { releaseId: report.release, pageId: page.id }
  const blocks = (kind: 'seen' | 'tapped', ids: readonly string[]): Counted[] =>
    [...new Set(ids)].map((nodeId) => ({ ...of, kind, nodeId, via: '' }))
  const tapped = noted('t')
  return [
    // What was tapped was seen, however quickly.
    ...blocks('seen', [...noted('s'), ...tapped]),
    ...blocks('tapped', tapped),
    ...orderStep.options.flatMap((kind): Counted[] => {
      const begun = notes.find((note) => note.startsWith(`b:${kind}:`))
      return begun === undefined
        ? []
        : [{ ...of, kind, nodeId: '', via: viaIn(new URLSearchParams(begun.split(':')[2])) }]
    }),
  ]
}
