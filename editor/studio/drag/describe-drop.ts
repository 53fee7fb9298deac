import type { LocalText } from '#model/program-spec.ts'
import type { Words } from '#editor/words/use-words.ts'
import type { DropPlace } from '../canvas/find-drop-place.ts'
import { othersIn, type Dragged, type DropRefusal, type DropTree } from '../canvas/drop-tree.ts'
import { findInsertable, type Placing } from '../insert/insertable.ts'
import type { Blocks } from '../session/blocks.ts'

type Where = Pick<DropPlace, 'parentId' | 'slot' | 'index'>

/** Where a drop would land, in words: "into Column 2", "before Menu", "at the end". */
export function describeDrop(place: Where, tree: DropTree, blocks: Blocks, dragged: Dragged, words: Words): string {
  if (place.parentId !== tree.pageId) return words.studio.dropInto(slotName(place, tree, blocks, words))
  return nextTo(place, tree, blocks, dragged, words) ?? words.studio.dropLast
}

/** The same in full, for those who hear it only: "into Column 2, before Menu". */
export function describePlace(place: Where, tree: DropTree, blocks: Blocks, dragged: Dragged, words: Words): string {
  const short = describeDrop(place, tree, blocks, dragged, words)
  if (place.parentId === tree.pageId || othersIn(tree, place, dragged).length === 0) return short
  const before = nextTo(place, tree, blocks, dragged, words)
  return before === undefined ? words.canvas.dropLastIn(short) : words.canvas.dropSecond(short, before)
}

/** "Menu", or "3 blocks". */
export function nameOfDragged(dragged: Dragged, placing: Placing, words: Words): string {
  const { studio } = words
  if (dragged.kind === 'new') {
    const found = findInsertable(placing, dragged.key)
    return studio.nameOf(found?.label ?? placing.blocks.nameOf(dragged.type))
  }
  return dragged.ids.length === 1
    ? studio.nameOf(placing.blocks.nameOf(dragged.types[0] ?? ''))
    : studio.blocksOf(dragged.ids.length)
}

export function describeRefusal(refusal: DropRefusal, { studio }: Words): string {
  return {
    'inside-itself': studio.refusedInsideItself,
    'same-place': studio.refusedSamePlace,
    'not-accepted': studio.refusedNotAccepted,
    full: studio.refusedFull,
    outside: studio.refusedOutside,
  }[refusal]
}

function nextTo(place: Where, tree: DropTree, blocks: Blocks, dragged: Dragged, words: Words): string | undefined {
  const next = othersIn(tree, place, dragged)[place.index]
  return next === undefined
    ? undefined
    : words.studio.dropBefore(words.studio.nameOf(blocks.nameOf(tree.typeOf(next) ?? '')))
}

function slotName(place: Where, tree: DropTree, blocks: Blocks, words: Words): string {
  const name = (text: LocalText) => words.studio.nameOf(text)
  const type = tree.typeOf(place.parentId) ?? ''
  const slots = blocks.find(type)?.slots ?? {}
  const slot = slots[place.slot]
  return name(slot && Object.keys(slots).length > 1 ? slot.label : blocks.nameOf(type))
}
