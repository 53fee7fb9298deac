import type { NodeId } from '../ids.ts'
import { done, refused } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import { setEntry } from '../operations/place-node.ts'
import type { Program } from '../program.ts'
import { contentOnlyKey, lockKey, metaOf, wholeBlock } from '../schema.ts'
import { readPartId } from '../section-instance.ts'

/** @param name - of a property, or `*` for the block with all it holds */
export function setLock(program: Program, id: NodeId, name: string, locked: boolean): Outcome<'gone'> {
  const node = program.node(id)
  if (!node) return refused('gone')
  if ((node.locks?.includes(name) ?? false) !== locked) setEntry(program, id, lockKey(name), locked ? true : undefined)
  return done
}

/** Locks the structure for those who may not lock, or opens it again. */
export function setContentOnly(program: Program, contentOnly: boolean): void {
  if (program.contentOnly === contentOnly) return
  if (contentOnly) metaOf(program.doc).set(contentOnlyKey, true)
  else metaOf(program.doc).delete(contentOnlyKey)
}

/** The block whose lock covers this one: itself, or what it stands in. A part of a placed section is covered by both. */
export function lockOf(program: Program, id: NodeId): NodeId | undefined {
  const part = readPartId(id)
  if (part) return lockOf(program, part.instance) ?? lockOf(program, lastOf(part.path))
  for (let at: NodeId | undefined = id; at !== undefined;) {
    const node = program.node(at)
    if (node?.locks?.includes(wholeBlock)) return at
    at = node ? (node.place.parentId as NodeId) : undefined
  }
  return undefined
}

/** Whether this property, or the block with all it holds, is locked. */
export function isLocked(program: Program, id: NodeId, prop?: string): boolean {
  const own = readPartId(id) ? lastOf(readPartId(id)?.path ?? '') : id
  return lockOf(program, id) !== undefined || (prop !== undefined && program.node(own)?.locks?.includes(prop) === true)
}

/** Whether a lock covers it, or it holds something locked: who may not lock cannot take it away. */
export function holdsLock(program: Program, id: NodeId): boolean {
  if (isLocked(program, id) || program.node(id)?.locks) return true
  return program.children(id).some((child) => holdsLock(program, child))
}

function lastOf(path: string): NodeId {
  return path.slice(path.lastIndexOf('~') + 1) as NodeId
}
