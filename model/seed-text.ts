import * as Y from 'yjs'
import { fingerprint } from './fingerprint.ts'
import type { JsonValue } from './json.ts'
import { textOfValue } from './rich-text.ts'
import type { RichText } from './rich-text.ts'

/** Clients of people are 32 bits wide, so none of them is one of these. */
const firstSeed = 2 ** 51
const firstKeptSeed = 2 ** 52

/**
 * Makes an entry of a map a shared text that reads as it did. Two people who do so at once make one and the same text,
 * which keeps what both go on to type: it is written in the name of a client that follows from the place and the words,
 * so that to Yjs the second is a repetition of the first. [M44]
 * @param words - undefined when there was nothing; undo then takes the text away again, which it never does otherwise
 */
export function seedText(map: Y.Map<unknown>, key: string, words: string | RichText | undefined): void {
  const first = words === undefined ? firstSeed : firstKeptSeed
  writeAs(first, map, key, words ?? null, () => textOfValue(words ?? ''))
}

/** Sets an entry that belongs to the beginning of a text: written once by all who begin it, and left alone by undo. */
export function seedValue(map: Y.Map<unknown>, key: string, value: JsonValue): void {
  writeAs(firstKeptSeed, map, key, value, () => value)
}

function writeAs(
  first: number,
  map: Y.Map<unknown>,
  key: string,
  words: JsonValue | RichText,
  make: () => unknown,
): void {
  const { doc, _item: holder } = map
  if (!doc) throw new Error('A text is made in a map that stands in a document')
  const before = map._map.get(key)?.lastId
  const name = JSON.stringify([holder?.id ?? Y.findRootTypeKey(map), before ?? null, key, words])
  const seed = first + fingerprint(name)
  const isNew = Y.getState(doc.store, seed) === 0
  const own = doc.clientID
  if (isNew) doc.clientID = seed
  try {
    map.set(key, make())
  } finally {
    doc.clientID = own
  }
}

/** Whether what this client wrote is the beginning of a shared text that undo leaves alone. */
export function isKeptSeed(client: number): boolean {
  return client >= firstKeptSeed
}
