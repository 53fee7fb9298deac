import type { NodeId } from '../ids.ts'
import type { JsonValue } from '../json.ts'
import { done, refused } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../program.ts'
import { runsOfText, runsOfValue } from '../rich-text.ts'
import type { RichText } from '../rich-text.ts'
import { diffRuns, isEmptyDelta } from '../text-delta.ts'
import type { TextDelta } from '../text-delta.ts'
import { beginText } from './begin-text.ts'

/**
 * Changes a shared text by what somebody did to it: what others type and format in it at once stays. A property that was
 * a plain value becomes a shared text, the same one for all who do so at once. The delta's places are counted in the text as it is now.
 * @param otherwise - what it reads as while it is not set, as in {@link setText}
 */
export function changeText(
  program: Program,
  id: NodeId,
  prop: string,
  delta: TextDelta,
  otherwise?: JsonValue,
): Outcome<'gone'> {
  if (!program.node(id)) return refused('gone')
  if (isEmptyDelta(delta)) return done
  program.doc.transact(() => {
    // Yjs writes to the objects it is handed, and a delta may be shown elsewhere too.
    beginText(program, id, prop, otherwise)?.applyDelta(structuredClone([...delta]))
    program.wrote(id)
  })
  return done
}

/** Makes a shared text read `value`, marks and all, writing only what differs. */
export function setRichText(
  program: Program,
  id: NodeId,
  prop: string,
  value: string | RichText,
  otherwise?: JsonValue,
): Outcome<'gone'> {
  const node = program.node(id)
  if (!node) return refused('gone')
  const text = program.text(id, prop)
  const plain = node.props[prop] ?? otherwise
  if (!text && value === '' && plain === undefined) return done
  const old = text ? runsOfText(text) : runsOfValue(plain)
  return changeText(program, id, prop, diffRuns(old, runsOfValue(value)), otherwise)
}
