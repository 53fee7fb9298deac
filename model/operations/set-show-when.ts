import type { NodeId } from '../ids.ts'
import { done, refused } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../program.ts'
import { conditionKey, conditionPrefix } from '../schema.ts'
import type { ShowWhenChange } from '../show-when.ts'
import { mapOf, setEntry } from './place-node.ts'

/**
 * Sets when a block is seen. Conditions that are not named stay, and each is an entry of its own: one person who hides
 * a block and another who gives it an end at the same moment both succeed.
 * @param change - undefined takes a condition away; null takes all away, also those that cannot be read
 */
export function setShowWhen(program: Program, id: NodeId, change: ShowWhenChange | null): Outcome<'gone'> {
  if (!program.node(id)) return refused('gone')
  const map = mapOf(program, id)
  program.doc.transact(() => {
    const entries: readonly (readonly [string, unknown])[] = change
      ? Object.entries(change).map(([name, value]) => [conditionKey(name), value])
      : [...map.keys()].filter((key) => key.startsWith(conditionPrefix)).map((key) => [key, undefined])
    for (const [key, value] of entries) if (map.get(key) !== value) setEntry(program, id, key, value)
  })
  return done
}
