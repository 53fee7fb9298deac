import { drawnBlockOf, findPart, type Part } from '../find-part.ts'
import type { NodeId } from '../ids.ts'
import type { JsonValue } from '../json.ts'
import { refused } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../program.ts'
import { isRichText } from '../rich-text.ts'
import { hidden, overrideKey, partId, splitPath } from '../section-instance.ts'
import type { TextDelta } from '../text-delta.ts'
import { changeText, setRichText } from './change-text.ts'
import { setProp, setText } from './set-prop.ts'

/**
 * Makes one property of a part other in this place. Each is an entry of its own: two people making two things other at
 * once both succeed. Words merge by character and lists item by item; of two values for anything else, one wins as a whole.
 * @param partId - the id under which the part is drawn here
 */
export function setOverride(
  program: Program,
  partId: NodeId,
  prop: string,
  value: JsonValue,
  { isText, isItemText }: OverrideFacts = {},
): Outcome<'gone'> {
  const part = findPart(program, partId)
  if (!part) return refused('gone')
  const { id } = part.instance
  const name = overrideKey(part.path, prop)
  const seen = part.props[prop]
  const isWords = isText ?? program.text(drawnBlockOf(partId), prop) !== undefined
  if (isWords && isRichText(value)) return setRichText(program, id, name, value, seen)
  if (isWords && typeof value === 'string') return setText(program, id, name, value, seen)
  return setProp(program, id, name, value, { seen, ...(isItemText && { isText: isItemText }) })
}

export interface OverrideFacts {
  /** Whether the property holds words; taken from the section if absent. */
  readonly isText?: boolean
  /** Whether a field of the items of a list does. */
  readonly isItemText?: (field: string) => boolean
}

/** Changes words of a part by what somebody did to them as they are in this place; see {@link changeText}. */
export function changeOverride(program: Program, partId: NodeId, prop: string, delta: TextDelta): Outcome<'gone'> {
  const part = findPart(program, partId)
  if (!part) return refused('gone')
  return changeText(program, part.instance.id, overrideKey(part.path, prop), delta, part.props[prop])
}

/** As in the section again. An override whose part is gone can be reset too. */
export function resetOverride(program: Program, instance: NodeId, key: string): Outcome<'gone'> {
  return setProp(program, instance, key, undefined)
}

/** Leaves a part out in this place. It stays in the section, and everywhere else. */
export function hidePart(program: Program, partId: NodeId): Outcome<'gone'> {
  return setOverride(program, partId, hidden, true)
}

/** Gives the section the value that one place has, and lets that place follow again. */
export function applyOverride(program: Program, partId: NodeId, prop: string): Outcome<'gone'> {
  const part = findPart(program, partId)
  const value = part?.props[prop]
  if (!part || value === undefined) return refused('gone')
  return program.doc.transact(() => {
    const written = setSharedValue(program, part, prop, value)
    return written.ok ? resetOverride(program, part.instance.id, overrideKey(part.path, prop)) : written
  })
}

/** Writes to the section itself; for a part of a section nested in it, to that place inside it. */
export function setSharedValue(program: Program, part: Part, prop: string, value: JsonValue): Outcome<'gone'> {
  const { source, rest } = splitPath(part.path)
  if (rest !== undefined) {
    const inner = partId(source, rest)
    return setOverride(program, inner, prop, value)
  }
  return typeof value === 'string' && program.text(source, prop)
    ? setText(program, source, prop, value)
    : setProp(program, source, prop, value)
}
