/**
 * Changes of a rich text as data, in the form Yjs takes and gives: keep so many characters (with other attributes), put
 * some in, take some out. A delta need not reach to the end.
 */
import type { JsonObject, JsonValue } from './json.ts'
import { isSameJson, joinRuns } from './rich-text.ts'
import type { TextRun } from './rich-text.ts'

/** An attribute of null takes it away. */
export type TextOp =
  | { readonly insert: string; readonly attributes?: JsonObject }
  | { readonly retain: number; readonly attributes?: JsonObject }
  | { readonly delete: number }

export type TextDelta = readonly TextOp[]

export function applyDelta(runs: readonly TextRun[], delta: TextDelta): readonly TextRun[] {
  const rest = reader(runs)
  const made: TextRun[] = []
  for (const op of delta) {
    if ('insert' in op) made.push(op)
    else if ('delete' in op) rest.take(op.delete)
    else for (const run of rest.take(op.retain)) made.push(withAttributes(run, op.attributes))
  }
  return joinRuns([...made, ...rest.take(Number.POSITIVE_INFINITY)])
}

/**
 * The change as it must be made where `against` has been made already. Of two insertions at one place the one that goes
 * first is `against`'s if `yields`; and so is the attribute that stays, where both set one.
 */
export function transformDelta(delta: TextDelta, against: TextDelta, yields: boolean): TextDelta {
  const [mine, theirs] = [opReader(delta), opReader(against)]
  const made: TextOp[] = []
  while (mine.has()) {
    const op = mine.peek()
    const other = theirs.has() ? theirs.peek() : undefined
    if (other && 'insert' in other && (yields || !('insert' in op))) made.push({ retain: lengthOf(theirs.take()) })
    else if ('insert' in op) made.push(mine.take() as TextOp)
    else {
      const length = Math.min(mine.left(), theirs.has() ? theirs.left() : Number.POSITIVE_INFINITY)
      const own = mine.take(length)
      const their = theirs.has() ? theirs.take(length) : undefined
      if (their && 'delete' in their) continue
      if ('retain' in own && their && 'retain' in their && yields) made.push(without(own, their.attributes))
      else made.push(own)
    }
  }
  return compact(made)
}

/** Where a place between two characters is after a change. What is put in right there goes behind it if it `stays`. */
export function transformOffset(offset: number, delta: TextDelta, stays: boolean): number {
  let [at, moved] = [0, offset]
  for (const op of delta) {
    if (at > moved) break
    if ('insert' in op) {
      if (at < moved || !stays) moved += op.insert.length
      at += op.insert.length
    } else if ('retain' in op) at += op.retain
    else moved -= Math.min(op.delete, moved - at)
  }
  return moved
}

/**
 * How one text becomes another: one stretch of characters replaced, and attributes only where they differ. Never cuts a
 * surrogate pair, of which Yjs would make question marks.
 */
export function diffRuns(from: readonly TextRun[], to: readonly TextRun[]): TextDelta {
  const [a, b] = [charactersIn(from), charactersIn(to)]
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && isSame(a[start], b[start])) start++
  let tail = 0
  while (tail < most - start && isSame(a[a.length - 1 - tail], b[b.length - 1 - tail])) tail++
  // Between the two: first what only looks different, then what is different.
  const [aEnd, bEnd] = [a.length - tail, b.length - tail]
  let kept = start
  while (kept < Math.min(aEnd, bEnd) && a[kept]?.character === b[kept]?.character) kept++
  let keptTail = 0
  while (
    keptTail < Math.min(aEnd, bEnd) - kept &&
    a[aEnd - 1 - keptTail]?.character === b[bEnd - 1 - keptTail]?.character
  )
    keptTail++
  const ops: TextOp[] = []
  for (let index = 0; index < kept; index++) ops.push(changeOf(a[index], b[index]))
  for (const { character } of a.slice(kept, aEnd - keptTail)) ops.push({ delete: character.length })
  for (const { character, attributes } of b.slice(kept, bEnd - keptTail))
    ops.push(attributes ? { insert: character, attributes } : { insert: character })
  for (let left = keptTail; left > 0; left--) ops.push(changeOf(a[aEnd - left], b[bEnd - left]))
  return compact(ops)
}

export function isEmptyDelta(delta: TextDelta): boolean {
  return delta.every((op) => 'retain' in op && op.attributes === undefined)
}

/** Reads a delta that came over a wire. @returns undefined for what is none */
export function readDelta(value: unknown): TextDelta | undefined {
  if (!Array.isArray(value)) return undefined
  return value.every(isOp) ? value : undefined
}

function isOp(op: unknown): op is TextOp {
  if (typeof op !== 'object' || op === null) return false
  const { insert, retain, delete: gone, attributes } = op as { readonly [name: string]: unknown }
  const isPlain = attributes === undefined || (typeof attributes === 'object' && attributes !== null)
  const isCount = (count: unknown) => typeof count === 'number' && Number.isSafeInteger(count) && count > 0
  if (typeof insert === 'string') return insert !== '' && isPlain
  return retain === undefined ? isCount(gone) : isCount(retain) && isPlain
}

interface Character {
  /** A surrogate pair is one. */
  readonly character: string
  readonly attributes: JsonObject | undefined
}

function charactersIn(runs: readonly TextRun[]): readonly Character[] {
  return runs.flatMap(({ insert, attributes }) => Array.from(insert, (character) => ({ character, attributes })))
}

function isSame(a: Character | undefined, b: Character | undefined): boolean {
  return a?.character === b?.character && (a?.attributes === b?.attributes || isSameJson(a?.attributes, b?.attributes))
}

function changeOf(from: Character | undefined, to: Character | undefined): TextOp {
  const retain = from?.character.length ?? 0
  const [old, wanted] = [from?.attributes ?? {}, to?.attributes ?? {}]
  const changed: { [name: string]: JsonValue } = {}
  for (const [name, value] of Object.entries(wanted)) if (!isSameJson(old[name], value)) changed[name] = value
  for (const name of Object.keys(old)) if (!Object.hasOwn(wanted, name)) changed[name] = null
  return Object.keys(changed).length === 0 ? { retain } : { retain, attributes: changed }
}

function withAttributes(run: TextRun, change: JsonObject | undefined): TextRun {
  if (!change) return run
  const attributes = Object.fromEntries(
    Object.entries({ ...run.attributes, ...change }).filter(([, value]) => value !== null),
  )
  return { insert: run.insert, attributes }
}

function without(op: Extract<TextOp, { retain: number }>, taken: JsonObject | undefined): TextOp {
  if (!op.attributes || !taken) return op
  const attributes = Object.fromEntries(Object.entries(op.attributes).filter(([name]) => !Object.hasOwn(taken, name)))
  return Object.keys(attributes).length === 0 ? { retain: op.retain } : { retain: op.retain, attributes }
}

function lengthOf(op: TextOp): number {
  return 'insert' in op ? op.insert.length : 'retain' in op ? op.retain : op.delete
}

/** Neighbours of one kind become one op; keeping without change at the end says nothing. */
function compact(ops: readonly TextOp[]): TextDelta {
  const made: TextOp[] = []
  for (const op of ops) {
    if (lengthOf(op) === 0) continue
    const last = made.at(-1)
    const joined = last && joinOps(last, op)
    if (joined) made[made.length - 1] = joined
    else made.push(op)
  }
  const end = made.at(-1)
  if (end && 'retain' in end && end.attributes === undefined) made.pop()
  return made
}

function joinOps(a: TextOp, b: TextOp): TextOp | undefined {
  if ('delete' in a || 'delete' in b)
    return 'delete' in a && 'delete' in b ? { delete: a.delete + b.delete } : undefined
  if (!isSameJson(a.attributes, b.attributes)) return undefined
  if ('insert' in a) return 'insert' in b ? { ...a, insert: a.insert + b.insert } : undefined
  return 'retain' in b ? { ...a, retain: a.retain + b.retain } : undefined
}

/** Hands out runs by length. */
function reader(runs: readonly TextRun[]) {
  let [index, offset] = [0, 0]
  return {
    take(length: number): TextRun[] {
      const taken: TextRun[] = []
      for (let left = length; left > 0 && index < runs.length;) {
        const run = runs[index]!
        const insert = run.insert.slice(offset, offset + left)
        taken.push({ ...run, insert })
        left -= insert.length
        offset += insert.length
        if (offset >= run.insert.length) [index, offset] = [index + 1, 0]
      }
      return taken
    },
  }
}

/** Hands out ops whole or in part. */
function opReader(delta: TextDelta) {
  let [index, offset] = [0, 0]
  return {
    has: () => index < delta.length,
    peek: () => delta[index]!,
    left: () => lengthOf(delta[index]!) - offset,
    take(length = Number.POSITIVE_INFINITY): TextOp {
      const op = delta[index]!
      const part = Math.min(length, lengthOf(op) - offset)
      const from = offset
      offset += part
      if (offset >= lengthOf(op)) [index, offset] = [index + 1, 0]
      if ('insert' in op) return { ...op, insert: op.insert.slice(from, from + part) }
      return 'retain' in op ? { ...op, retain: part } : { delete: part }
    },
  }
}
