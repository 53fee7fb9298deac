import * as Y from 'yjs'
import type { NodeId } from '../ids.ts'
import type { JsonValue } from '../json.ts'
import { done, refused } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../program.ts'
import { editedKey, readBirth, textKey, unset } from '../schema.ts'
import { rewriteText } from '../shared-text.ts'
import { mapOf, setEntry } from './place-node.ts'

/**
 * Sets one property as a whole; of two people setting it at once, one wins. Other properties are not touched.
 * A property that is a shared text is rewritten as {@link setText} does.
 * @param value - undefined takes the property away, so that the block's default shows
 */
export function setProp(program: Program, id: NodeId, name: string, value: JsonValue | undefined): Outcome<'gone'> {
  if (!program.node(id)) return refused('gone')
  if (program.text(id, name)) return setText(program, id, name, typeof value === 'string' ? value : '')
  const map = mapOf(program, id)
  const birth = readBirth(map)
  const next = value === undefined && birth && Object.hasOwn(birth.p, name) ? unset : value
  const old = map.get(editedKey(name))
  if (next === undefined ? old === undefined : next === old && typeof next !== 'object') return done
  setEntry(program, id, editedKey(name), next)
  return done
}

/**
 * Makes a shared text read `value`, writing only what differs, so that what others type in it at once stays. A property
 * that was a plain value becomes a shared text.
 */
export function setText(program: Program, id: NodeId, prop: string, value: string): Outcome<'gone'> {
  const node = program.node(id)
  if (!node) return refused('gone')
  program.doc.transact(() => {
    const text = program.text(id, prop)
    if (text) {
      rewriteText(text, value)
      program.wrote(id)
    } else setEntry(program, id, textKey(prop), new Y.Text(value))
  })
  return done
}
