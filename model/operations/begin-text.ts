import type * as Y from 'yjs'
import type { NodeId } from '../ids.ts'
import type { JsonValue } from '../json.ts'
import { raiseVersion } from '../newer-document-error.ts'
import type { Program } from '../program.ts'
import { isRichText, isSameJson, runsOfText, valueOfRuns } from '../rich-text.ts'
import type { RichText } from '../rich-text.ts'
import {
  editedKey,
  lastTextTurn,
  overrideTextKey,
  readOverrideText,
  readTextMark,
  readTextsOver,
  textKey,
  textMark,
} from '../schema.ts'
import { isOverrideName } from '../section-instance.ts'
import { seedText, seedValue } from '../seed-text.ts'
import { mapOf } from './place-node.ts'

/**
 * The shared text of a property that somebody is about to write in. One that was a plain value begins with those words, the
 * same text for all who begin it at once. [M44]
 * @param otherwise - what it reads as while it is not set: the block's default, or the section's words
 */
export function beginText(program: Program, id: NodeId, prop: string, otherwise?: JsonValue): Y.Text | undefined {
  const present = program.text(id, prop)
  if (present) return present
  const set = wordsIn(program.node(id)?.props[prop])
  const words = set ?? wordsIn(otherwise)
  if (isOverrideName(prop)) return beginOverride(program, id, prop, words ?? '', set === undefined)
  seedText(mapOf(program, id), textKey(prop), words)
  return program.text(id, prop)
}

/** [M56] One that was taken out of sight by undo is gone on with: others may be typing in it at this moment. */
function beginOverride(
  program: Program,
  id: NodeId,
  prop: string,
  words: string | RichText,
  isNew: boolean,
): Y.Text | undefined {
  const map = mapOf(program, id)
  const value: unknown = map.get(editedKey(prop))
  const mark = readTextMark(value)
  const kept = mark && readOverrideText(map, prop, mark.turn)
  if (kept && isSameJson(valueOfRuns(runsOfText(kept)), words)) return kept
  raiseVersion(program.doc)
  const turn = Math.max(lastTextTurn(map, prop), readTextsOver(value)) + 1
  seedText(map, overrideTextKey(prop, turn), words)
  seedValue(map, editedKey(prop), textMark(turn, isNew ? words : undefined))
  program.wrote(id)
  return readOverrideText(map, prop, turn)
}

function wordsIn(value: JsonValue | undefined): string | RichText | undefined {
  return typeof value === 'string' || isRichText(value) ? value : undefined
}
