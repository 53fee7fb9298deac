import * as Y from 'yjs'
import type { Program } from '#platform/contract/merchant.ts'
import { asideRows, beginningWith, factRows, inLocalDatabase, unsentRows, updateRows } from './local-database.ts'
import type { Rows } from './local-database.ts'

export interface CopyKey {
  readonly personId: string
  readonly programId: string
}

/** What the studio needs beside the document to open it without a network. */
export interface CopyFacts {
  readonly program: Program
  /** Of the document that this is a copy of; see `?epoch=` in `collab-server/protocol.ts`. */
  readonly epoch?: string
  /** As visitors see the shop, for the canvas. */
  readonly shop?: unknown
}

/** Edits that the server may not have. */
export interface Unsent {
  readonly edits: number
  /** State vector of what the server had before them. */
  readonly since: Uint8Array
}

export interface LocalCopy {
  readonly facts: CopyFacts | undefined
  readonly updates: readonly Uint8Array[]
  readonly unsent: Unsent | undefined
  readonly rows: CopyRows
}

/** Keys of the rows that a copy is made of. Who has all of it in a document may replace them; rows of others stay. */
export interface CopyRows {
  readonly updates: readonly IDBValidKey[]
  readonly unsent: readonly IDBValidKey[]
}

/** Why changes could not be brought to the server. */
export type AsideReason = 'may-only-look' | 'locked' | 'refused' | 'document-replaced'

/** Changes that wait for their person's decision. */
export interface Aside {
  readonly id: string
  readonly reason: AsideReason
  readonly edits: number
  readonly atMs: number
  /** What to apply to bring them in. */
  readonly update: Uint8Array
}

/** Asides kept of one program; what is older makes room. */
const mostAsides = 5

/** @returns undefined when nothing is kept. @throws when the browser keeps nothing */
export async function readCopy(key: CopyKey): Promise<LocalCopy | undefined> {
  const range = beginningWith(key.personId, key.programId)
  const copy = await inLocalDatabase('readonly', (rows) => {
    const facts = rows(factRows).get([key.personId, key.programId])
    const updates = rows(updateRows).getAll(range)
    const keys = rows(updateRows).getAllKeys(range)
    const unsent = rows(unsentRows).getAll(range)
    const unsentKeys = rows(unsentRows).getAllKeys(range)
    return (): LocalCopy => ({
      facts: facts.result as CopyFacts | undefined,
      updates: (updates.result as readonly (readonly Uint8Array[])[]).flat(),
      unsent: together(unsent.result as readonly Unsent[]),
      rows: { updates: keys.result, unsent: unsentKeys.result },
    })
  })
  return copy.updates.length > 0 || copy.facts ? copy : undefined
}

/** Of several tabs: all their edits, since the earliest moment of each client. */
function together(parts: readonly Unsent[]): Unsent | undefined {
  const [first, ...others] = parts
  if (!first) return undefined
  const since = Y.decodeStateVector(first.since)
  for (const { since: other } of others) {
    const clocks = Y.decodeStateVector(other)
    for (const [client, clock] of since) since.set(client, Math.min(clock, clocks.get(client) ?? 0))
  }
  return { edits: parts.reduce((sum, { edits }) => sum + edits, 0), since: Y.encodeStateVector(since) }
}

/** Replaces what the facts say of these, and keeps the rest. */
export async function rememberFacts({ personId, programId }: CopyKey, change: Partial<CopyFacts>): Promise<void> {
  await inLocalDatabase('readwrite', (rows) => {
    const facts = rows(factRows)
    const known = facts.get([personId, programId])
    known.addEventListener('success', () =>
      facts.put({ ...(known.result as object), ...change }, [personId, programId]),
    )
    return () => undefined
  })
}

/** Forgets everything of a program, or of a person: access was taken away, or they signed out here. */
export async function forgetCopies(personId: string, programId?: string): Promise<void> {
  const range = programId === undefined ? beginningWith(personId) : beginningWith(personId, programId)
  await inLocalDatabase('readwrite', (rows) => {
    for (const name of [updateRows, factRows, unsentRows, asideRows] as const) rows(name).delete(range)
    return () => undefined
  })
}

export interface KeptProgram {
  readonly program: Program
  /** Changes that wait for the server, or for their person. */
  readonly edits: number
}

/** The programs that this person can open without a network. */
export function listCopies(personId: string): Promise<readonly KeptProgram[]> {
  return inLocalDatabase('readonly', (rows) => {
    const range = beginningWith(personId)
    const facts = rows(factRows).getAll(range)
    const counted = [unsentRows, asideRows] as const
    const keys = counted.map((name) => rows(name).getAllKeys(range))
    const values = counted.map((name) => rows(name).getAll(range))
    return () => {
      const edits = new Map<string, number>()
      for (const [at, found] of keys.entries())
        for (const [place, key] of found.result.entries()) {
          const [, programId = ''] = key as string[]
          const { edits: count } = values[at]!.result[place] as { readonly edits: number }
          edits.set(programId, (edits.get(programId) ?? 0) + count)
        }
      return (facts.result as readonly CopyFacts[])
        .filter(({ program }) => program !== undefined)
        .map(({ program }) => ({ program, edits: edits.get(program.id) ?? 0 }))
    }
  })
}

/**
 * Takes changes out of the copy that the server will not have, and keeps them apart until the person decides. What is
 * left is the server's, and is fetched anew.
 * @param rows - of the copy, all of which `doc` holds
 */
export async function setAside(
  { personId, programId }: CopyKey,
  {
    doc,
    reason,
    unsent,
    rows: replaced,
  }: {
    readonly doc: Y.Doc
    readonly reason: AsideReason
    readonly unsent: Unsent
    readonly rows: CopyRows
  },
): Promise<void> {
  const id = `${String(Date.now()).padStart(15, '0')}-${doc.clientID}`
  const aside: Aside = {
    id,
    reason,
    edits: unsent.edits,
    atMs: Date.now(),
    update: Y.encodeStateAsUpdate(doc, unsent.since),
  }
  const range = beginningWith(personId, programId)
  await inLocalDatabase('readwrite', (rows) => {
    rows(asideRows).put(aside, [personId, programId, id])
    deleteCopy(rows, { personId, programId }, replaced)
    const others = rows(asideRows).getAllKeys(range)
    others.addEventListener('success', () => {
      for (const key of others.result.slice(0, -mostAsides)) rows(asideRows).delete(key)
    })
    return () => undefined
  })
}

/** Drops a copy of what the server no longer has; what was set aside stays. */
export async function dropCopy(key: CopyKey, replaced: CopyRows): Promise<void> {
  await inLocalDatabase('readwrite', (rows) => {
    deleteCopy(rows, key, replaced)
    return () => undefined
  })
}

function deleteCopy(rows: Rows, { personId, programId }: CopyKey, replaced: CopyRows): void {
  for (const key of replaced.updates) rows(updateRows).delete(key)
  for (const key of replaced.unsent) rows(unsentRows).delete(key)
  rows(factRows).delete([personId, programId])
}

/** Oldest first. */
export function listAsides({ personId, programId }: CopyKey): Promise<readonly Aside[]> {
  return inLocalDatabase('readonly', (rows) => {
    const asides = rows(asideRows).getAll(beginningWith(personId, programId))
    return () => asides.result as readonly Aside[]
  })
}

export async function dropAside({ personId, programId }: CopyKey, id: string): Promise<void> {
  await inLocalDatabase('readwrite', (rows) => {
    rows(asideRows).delete([personId, programId, id])
    return () => undefined
  })
}
