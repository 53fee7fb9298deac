import * as Y from 'yjs'
import type { JsonValue } from '../json.ts'
import { isRichText, isSameJson, textOfValue } from '../rich-text.ts'
import {
  editedKey,
  metaOf,
  nodesOf,
  pagesOf,
  readBirth,
  readConditions,
  readProps,
  sectionsOf,
  themeOf,
} from '../schema.ts'
import { wordsOf } from '../shared-text.ts'
import { copyOf } from './bring-back.ts'
import type { Change, EntryName } from './change.ts'
import { readPageEntries } from './compare-docs.ts'

/** What one entry came to by whom. Without a value it was taken away. */
export interface EntryStep {
  readonly by: readonly string[]
  readonly atMs: number
  readonly value?: JsonValue | undefined
}

export interface ChangePart {
  readonly change: Change
  readonly by: readonly string[]
  readonly atMs: number
}

/**
 * A change that several people made, as what each of them did, one after the other: each can be taken back alone. Parts of
 * one person that stand beside each other are one.
 * @param before - the state that the change begins at
 * @param written - the entries that tell of it, each with its steps in order
 * @returns one part where the others' was taken back since; undefined where one person alone wrote, or the steps do not come to what it came to
 */
export function splitChange(
  change: Change,
  before: Y.Doc,
  written: readonly { readonly entry: EntryName; readonly steps: readonly EntryStep[] }[],
): readonly ChangePart[] | undefined {
  if (new Set(written.flatMap(({ steps }) => steps.flatMap(({ by }) => by))).size < 2) return undefined
  const reading = readingOf(change, before)
  if (!reading || !('after' in change)) return undefined
  const { map, read } = reading
  const parts: { by: readonly string[]; atMs: number; before: JsonValue | undefined; after: JsonValue | undefined }[] =
    []
  let value = change.before
  for (const { key, step } of inOrder(written)) {
    write(map, key, step.value)
    const now = read()
    const last = parts.at(-1)
    if (last && isSamePeople(last.by, step.by)) parts.splice(-1, 1, { ...last, atMs: step.atMs, after: now })
    else if (!isSameJson(value, now)) parts.push({ by: step.by, atMs: step.atMs, before: value, after: now })
    value = now
  }
  const told = parts.filter((part) => !isSameJson(part.before, part.after))
  if (!isSameJson(value, change.after) || told.length === 0) return undefined
  return told.map(({ by, atMs, ...values }) => ({ by, atMs, change: { ...change, ...values } }))
}

/** A copy of what is written to, and how what the change tells is read from it. */
function readingOf(
  change: Change,
  before: Y.Doc,
): { readonly map: Y.Map<unknown>; readonly read: () => JsonValue | undefined } | undefined {
  const record = (root: Y.Map<unknown>, id: string): Y.Map<unknown> | undefined => {
    const map = root.get(id)
    return map instanceof Y.Map ? new Y.Doc().getMap('records').set(id, copyOf(map)) : undefined
  }
  switch (change.what) {
    case 'prop': {
      const map = record(nodesOf(before), change.nodeId)
      const birth = readBirth(map)
      return map && birth && { map, read: () => readProps(map, birth)[change.prop] }
    }
    case 'condition': {
      const map = record(nodesOf(before), change.nodeId)
      return map && { map, read: () => readConditions(map)?.[change.name] }
    }
    case 'page-entry': {
      const map = record(pagesOf(before), change.pageId)
      return map && { map, read: () => readPageEntries(map)[change.key] }
    }
    case 'section-named': {
      const map = record(sectionsOf(before), change.sectionId)
      return map && { map, read: () => wordsOf(map.get('name')) ?? '' }
    }
    case 'theme':
    case 'meta': {
      const root = change.what === 'theme' ? themeOf(before) : metaOf(before)
      const map = new Y.Doc().getMap('root').set('copy', copyOf(root))
      return { map, read: () => wordsOf(map.get(change.key)) ?? (map.get(change.key) as JsonValue | undefined) }
    }
    default:
      return undefined
  }
}

/** By when they were made; those of one entry stay in their order. */
function inOrder(
  written: readonly { readonly entry: EntryName; readonly steps: readonly EntryStep[] }[],
): readonly { readonly key: string; readonly step: EntryStep }[] {
  const queues = written.flatMap(({ entry: [, , key], steps }) => (key === null ? [] : [{ key, steps: [...steps] }]))
  const ordered: { key: string; step: EntryStep }[] = []
  for (;;) {
    const waiting = queues.filter(({ steps }) => steps.length > 0)
    const first = waiting.toSorted((a, b) => a.steps[0]!.atMs - b.steps[0]!.atMs)[0]
    const step = first?.steps.shift()
    if (!first || !step) return ordered
    ordered.push({ key: first.key, step })
  }
}

function write(map: Y.Map<unknown>, key: string, value: JsonValue | undefined): void {
  if (value === undefined) map.delete(key)
  else map.set(key, isRichText(value) && !key.startsWith(plainPrefix) ? textOfValue(value) : value)
}

const plainPrefix = editedKey('')

function isSamePeople(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((who) => other.includes(who))
}
