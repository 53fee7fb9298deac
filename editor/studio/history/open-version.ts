import * as Y from 'yjs'
import { api } from '#editor/api/index.ts'

/** A version never changes; going back and forth between a few asks the server once for each. */
const mostKept = 8
const kept = new Map<string, Promise<Y.Doc>>()

/** The document as it was, to read only: it is shared by all who look. @throws ApiFailure */
export function openVersion(programId: string, seq: number): Promise<Y.Doc> {
  const name = `${programId} ${seq}`
  const known = kept.get(name)
  if (known) return known
  const opening = load(programId, seq)
  kept.set(name, opening)
  opening.catch(() => kept.delete(name))
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return opening
}

async function load(programId: string, seq: number): Promise<Y.Doc> {
  return docOf(await api.history.state(programId, seq))
}

/** A copy of how it is at this moment. */
export function frozen(doc: Y.Doc): Y.Doc {
  return docOf(Y.encodeStateAsUpdate(doc))
}

function docOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}
