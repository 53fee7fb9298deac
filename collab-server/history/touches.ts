/** Who wrote which entry of a document, and when last: what a version knows beside the state itself. */
import * as Y from 'yjs'
import { decodeUpdate } from '../check-update.ts'
import type { LogRow } from './cut-points.ts'
import { stepOf, withStep } from './steps.ts'
import type { Step } from './steps.ts'

/**
 * `[root, record or null, entry or null, people, steps]`; of each person the last time, the newest first. Without steps where
 * nobody knows them: older versions have none.
 */
export type Touch = readonly [
  root: string,
  id: string | null,
  key: string | null,
  people: readonly (readonly [who: string, atMs: number])[],
  steps?: readonly Step[],
]

/** Of more people than this at one entry, the newest are remembered. */
export const mostPeople = 5

export interface LogUpdate extends LogRow {
  readonly data: Uint8Array
}

/** Gathers touches while updates are applied one by one. */
export class TouchGatherer {
  readonly #touches = new Map<string, Touch>()

  /**
   * Applies updates and notes what each of them changed: what it only repeats, it did not write.
   * @throws when one is no update, or something that it builds on is missing
   */
  apply(doc: Y.Doc, updates: readonly LogUpdate[]): void {
    let present: LogUpdate | undefined
    const note = ({ changed }: Y.Transaction) => {
      if (!present) return
      for (const [type, keys] of changed)
        for (const key of keys) {
          const entry = entryOf(type, key)
          if (!entry) continue
          const step = stepIn(doc, entry, present)
          const people = [[present.author, present.atMs]] as const
          this.#add(step ? [...entry, people, [step]] : [...entry, people])
        }
    }
    doc.on('afterTransaction', note)
    try {
      for (present of updates) {
        if (!decodeUpdate(present.data)) throw new Error(`Update ${present.seq} cannot be read`)
        Y.applyUpdate(doc, present.data)
        if (doc.store.pendingStructs || doc.store.pendingDs)
          throw new Error(`Before update ${present.seq} something is missing`)
      }
    } finally {
      doc.off('afterTransaction', note)
    }
  }

  /** What was gathered since the last time. */
  take(): readonly Touch[] {
    const touches = [...this.#touches.values()]
    this.#touches.clear()
    return touches
  }

  #add(touch: Touch): void {
    const name = nameOf(touch)
    const known = this.#touches.get(name)
    this.#touches.set(name, known ? joined(known, touch) : touch)
  }
}

/** Of several stretches together. */
export function joinTouches(...lists: readonly (readonly Touch[])[]): readonly Touch[] {
  const touches = new Map<string, Touch>()
  for (const touch of lists.flat()) {
    const name = nameOf(touch)
    const known = touches.get(name)
    touches.set(name, known ? joined(known, touch) : touch)
  }
  return [...touches.values()]
}

/** Everybody who wrote something, the newest first. */
export function peopleIn(touches: readonly Touch[]): readonly string[] {
  const last = new Map<string, number>()
  for (const [, , , people] of touches)
    for (const [who, atMs] of people) last.set(who, Math.max(atMs, last.get(who) ?? 0))
  return [...last].sort(([, a], [, b]) => b - a).map(([who]) => who)
}

function joined([root, id, key, one, first]: Touch, [, , , other, then]: Touch): Touch {
  const last = new Map<string, number>()
  for (const [who, atMs] of [...one, ...other]) last.set(who, Math.max(atMs, last.get(who) ?? 0))
  const people = [...last].sort(([, a], [, b]) => b - a).slice(0, mostPeople)
  return first && then ? [root, id, key, people, then.reduce(withStep, first)] : [root, id, key, people]
}

function stepIn(doc: Y.Doc, [root, id, key]: Entry, { author, atMs }: LogRow): Step | undefined {
  if (key === null || !doc.share.has(root)) return undefined
  const map: unknown = id === null ? doc.getMap(root) : doc.getMap(root).get(id)
  return map instanceof Y.Map ? stepOf(map, key, author, atMs) : undefined
}

const nameOf = ([root, id, key]: Touch) => JSON.stringify([root, id, key])

type AnyType = Y.Transaction['changed'] extends Map<infer Type, unknown> ? Type : never

/** The roots of programs hold either records, whose entries count, or entries of their own. */
const rootsWithRecords = new Set(['nodes', 'pages', 'sections', 'blocks'])

type Entry = readonly [root: string, id: string | null, key: string | null]

function entryOf(type: AnyType, key: string | null): Entry | undefined {
  const path: (string | null)[] = [key]
  let at: AnyType = type
  while (at._item) {
    path.unshift(at._item.parentSub)
    const parent: unknown = at._item.parent
    if (!(parent instanceof Y.AbstractType)) return undefined
    at = parent as AnyType
  }
  const root = Y.findRootTypeKey(at as Y.AbstractType<unknown>)
  const [first = null, second = null] = path
  return rootsWithRecords.has(root) ? [root, first, second] : [root, null, first]
}
