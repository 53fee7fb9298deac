import * as Y from 'yjs'
import { advance, decodeUpdate, hasGap, stateOf } from './check-update.ts'
import type { Damage, StoredDocument, StoredUpdate } from './store.ts'

export interface Replayed {
  readonly doc: Y.Doc
  readonly head: number
  readonly damage: readonly Damage[]
  /** Updates since the snapshot; when there are many, a new snapshot is due. */
  readonly tailLength: number
}

/**
 * Makes the document out of what is stored, update by update (merging a long log first takes a hundred times as long).
 * What is damaged, and what builds on it, is left out and listed; the rest is the last good state.
 */
export function replay(stored: StoredDocument): Replayed {
  const doc = new Y.Doc()
  const damage: Damage[] = [...stored.damage]
  if (stored.snapshot) Y.applyUpdate(doc, stored.snapshot.data)
  damage.push(...findMissing(stored))
  damage.push(...applyStored(doc, stored.updates))
  return { doc, head: stored.head, damage, tailLength: stored.updates.length }
}

/** Whether edits were lost. A damaged snapshot loses none as long as the log behind it is whole. */
export function losesEdits(damage: readonly Damage[]): boolean {
  return damage.some(({ what }) => what === 'update')
}

function findMissing({ snapshot, updates, head, damage, aside }: StoredDocument): Damage[] {
  const found = damage.filter(({ what }) => what === 'update')
  const there = new Set([...updates, ...found, ...aside].map(({ seq }) => seq))
  const missing: Damage[] = []
  for (let seq = (snapshot?.uptoSeq ?? 0) + 1; seq <= head; seq++) {
    if (!there.has(seq)) missing.push({ what: 'update', seq, why: 'missing' })
  }
  return missing
}

export function applyStored(doc: Y.Doc, updates: readonly StoredUpdate[], origin?: unknown): Damage[] {
  const damage: Damage[] = []
  const known = stateOf(doc)
  for (const { seq, data } of updates) {
    const update = decodeUpdate(data)
    if (!update) damage.push({ what: 'update', seq, why: 'unreadable' })
    else if (hasGap(update, known)) damage.push({ what: 'update', seq, why: 'depends-on-damaged' })
    else {
      Y.applyUpdate(doc, data, origin)
      advance(known, update)
    }
  }
  return damage
}
