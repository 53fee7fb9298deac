import type { LocalText } from '#model/program-spec.ts'
import { refusesPlace } from '../locks/refuses-move.ts'
import { transact, type NodeId, type Outcome, type Program, type Target } from '#model/index.ts'
import { selecting } from '#editor/state/selection.ts'
import { codeSource } from '../code-blocks/code-source.ts'
import { insertBlock } from '../session/block-facts.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { pictureSource } from '../pictures/picture-source.ts'
import { sectionSource } from '../sections/section-source.ts'
import { rememberUse } from './recent-uses.ts'

/** What placing needs; an opened program has it, and so has what a command works with. */
export type Placing = Pick<StudioSession, 'program' | 'blocks' | 'view' | 'map' | 'canEdit' | 'canLock'>

/** One thing that can be placed: a block, or something that a merchant keeps ready, such as a saved section. */
export interface Insertable {
  /** A block's type; of anything else a key with its kind in front, e.g. `section:<id>`. */
  readonly key: string
  /** What slots are asked about, and whose icon it has. */
  readonly type: string
  readonly label: LocalText
  readonly description: LocalText
  insert(program: Program, to: Target): Outcome<'gone', NodeId>
}

/** Where things to insert come from. Palette, "+" and drags ask all sources alike; a new kind is one more line below. */
export interface InsertSource {
  list(placing: Placing): readonly Insertable[]
  find(placing: Placing, key: string): Insertable | undefined
}

const blockSource: InsertSource = {
  list: ({ blocks }) => blocks.palette.map(({ type }) => blockToInsert(blocks, type)),
  find: ({ blocks }, key) => (blocks.find(key) ? blockToInsert(blocks, key) : undefined),
}

const sources: readonly InsertSource[] = [codeSource, blockSource, sectionSource, pictureSource]

export function listInsertables(placing: Placing): readonly Insertable[] {
  return sources.flatMap((source) => source.list(placing))
}

export function findInsertable(placing: Placing, key: string): Insertable | undefined {
  for (const source of sources) {
    const found = source.find(placing, key)
    if (found) return found
  }
  return undefined
}

/** Places it, chooses it and remembers that it was used. One undo step. @returns undefined if the place is gone */
export function placeNew(placing: Placing, key: string, to: Target): NodeId | undefined {
  const { program, view, canEdit } = placing
  const insertable = findInsertable(placing, key)
  if (!canEdit || !insertable || refusesPlace(placing, to.parentId)) return undefined
  const placed = transact(program, { by: 'command', name: 'insert-block' }, () => insertable.insert(program, to))
  if (!placed.ok) return undefined
  rememberUse(insertable.key)
  view.setState(selecting(placed.value))
  return placed.value
}

function blockToInsert(blocks: Placing['blocks'], type: string): Insertable {
  const definition = blocks.find(type)
  return {
    key: type,
    type,
    label: blocks.nameOf(type),
    description: definition?.description ?? blocks.nameOf(type),
    insert: (program, to) => insertBlock(program, blocks, type, to),
  }
}
