import * as Y from 'yjs'
import type { SectionId } from '../ids.ts'
import { compareOrder } from '../order-key.ts'
import { sectionsOf } from '../schema.ts'
import { wordsOf } from '../shared-text.ts'

/** A part that stands in several places at once; what is in it are nodes whose topmost parent is its id. */
export interface SectionRecord {
  readonly id: SectionId
  readonly name: string
  /** No longer offered for placing. Where it stands already, it goes on being drawn. */
  readonly isDeleted: boolean
}

/** [M50] Reads all sections in order. They are few: always whole. */
export function readSections(doc: Y.Doc): ReadonlyMap<string, SectionRecord> {
  const all: { readonly id: SectionId; readonly key: string; readonly record: SectionRecord }[] = []
  for (const [id, map] of sectionsOf(doc).entries()) {
    if (!(map instanceof Y.Map)) continue
    const key: unknown = map.get('order')
    const record = {
      id: id as SectionId,
      name: wordsOf(map.get('name')) ?? '',
      isDeleted: map.get('deleted') === true,
    }
    all.push({ id: record.id, key: typeof key === 'string' ? key : '', record })
  }
  return new Map(all.sort(compareOrder).map(({ id, record }) => [id, record]))
}
