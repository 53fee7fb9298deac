/** What counted things are called; what is gone says so. */
import { fixedPosters } from '#platform/contract/posters.ts'
import type { Visits } from '#platform/contract/visits.ts'
import type { Words } from '#editor/words/use-words.ts'

export function nameOfPage({ pageId, title }: Visits['pages'][number], words: Words): string {
  return pageId === '_order' ? words.visits.orderPage : (title ?? words.visits.gonePage)
}

export function nameOfBlock({ label, text }: Visits['blocks'][number], words: Words): string {
  if (!label) return words.visits.goneBlock
  const kind = words.studio.nameOf(label)
  return text === '' ? kind : `${kind}: ${text}`
}

export function nameOfVia({ via, kind, name }: Visits['vias'][number], words: Words): string {
  if (name !== null) return kind === 'table' ? words.reach.table(name) : name
  const fixed = fixedPosters.find((code) => code === via)
  return fixed ? words.reach.fixed[fixed] : words.visits.goneVia(via.replace('table:', '').slice(0, 8))
}
