import * as Y from 'yjs'

export function initialState(entries: Record<string, unknown> = { first: 1 }): Uint8Array {
  const doc = new Y.Doc()
  for (const [key, value] of Object.entries(entries)) doc.getMap('nodes').set(key, value)
  return Y.encodeStateAsUpdate(doc)
}
