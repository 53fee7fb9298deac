import type { NodeId } from '../ids.ts'
import type { JsonObject, JsonValue } from '../json.ts'
import { done, refused } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../program.ts'
import { editedKey, lastTextTurn, readBirth, textsOver, unset } from '../schema.ts'
import type { Birth, NodeMap } from '../schema.ts'
import { isOverrideName } from '../section-instance.ts'
import { isRichText } from '../rich-text.ts'
import { rewriteText } from '../shared-text.ts'
import { beginText } from './begin-text.ts'
import { setRichText } from './change-text.ts'
import { mapOf, setEntry } from './place-node.ts'
import { clearItems, setItems, type ListFacts } from './set-items.ts'

/**
 * Sets one property as a whole; of two people setting it at once, one wins. Other properties are not touched.
 * A property that is a shared text is rewritten as {@link setText} does; of a list of records only what differs is written,
 * item by item and field by field, so that what others do to the rest of it at once stays.
 * @param value - undefined takes the property away, so that the block's default shows
 */
export function setProp(
  program: Program,
  id: NodeId,
  name: string,
  value: JsonValue | undefined,
  facts: ListFacts = {},
): Outcome<'gone'> {
  if (!program.node(id)) return refused('gone')
  if (program.text(id, name)) {
    if (isRichText(value)) return setRichText(program, id, name, value)
    // An override can be taken away, which no other text can.
    if (typeof value === 'string' || !isOverrideName(name))
      return setText(program, id, name, typeof value === 'string' ? value : '')
  }
  if (setItems(program, id, name, value, facts)) return done
  const map = mapOf(program, id)
  const birth = readBirth(map)
  const next = value === undefined ? absence(map, birth, name) : value
  const old = map.get(editedKey(name))
  if (next === undefined ? old === undefined : next === old && typeof next !== 'object') return done
  program.doc.transact(() => {
    clearItems(program, id, name)
    setEntry(program, id, editedKey(name), next)
  })
  return done
}

/** What says that a property is not set: nothing, where nothing else would show through again. */
function absence(map: NodeMap, birth: Birth | undefined, name: string): JsonObject | undefined {
  const turn = isOverrideName(name) ? lastTextTurn(map, name) : 0
  if (turn > 0) return textsOver(turn)
  return birth && Object.hasOwn(birth.p, name) ? unset : undefined
}

/**
 * Makes a shared text read `value`, writing only what differs, so that what others type in it at once stays. A property
 * that was a plain value becomes a shared text, the same one for all who do so at once.
 * @param otherwise - what it reads as while it is not set: the block's default, or the section's words
 */
export function setText(
  program: Program,
  id: NodeId,
  prop: string,
  value: string,
  otherwise?: JsonValue,
): Outcome<'gone'> {
  if (!program.node(id)) return refused('gone')
  program.doc.transact(() => {
    const text = beginText(program, id, prop, otherwise)
    if (text) rewriteText(text, value)
    program.wrote(id)
  })
  return done
}
