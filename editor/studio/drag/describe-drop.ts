import type { LocalText } from '#model/program-spec.ts'
import type { Words } from '#editor/words/use-words.ts'
import type { DropPlace } from '../canvas/find-drop-place.ts'
import type { Dragged, DropRefusal } from '../canvas/drop-tree.ts'
import type { DropTree } from '../canvas/drop-tree.ts'
import type { Blocks } from '../session/blocks.ts'

/** Where a drop would land, in words: "into Column 2", "before Menu", "at the end". */
export function describeDrop(place: DropPlace, tree: DropTree, blocks: Blocks, dragged: Dragged, words: Words): string {
  const { studio } = words
  const name = (text: LocalText) => studio.nameOf(text)
  if (place.parentId !== tree.pageId) return studio.dropInto(slotName(place, tree, blocks, name))
  const others = tree.children(place.parentId, place.slot).filter((id) => dragged.kind === 'new' || id !== dragged.id)
  const next = others[place.index]
  return next === undefined ? studio.dropLast : studio.dropBefore(name(blocks.nameOf(tree.typeOf(next) ?? '')))
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

function slotName(place: DropPlace, tree: DropTree, blocks: Blocks, name: (text: LocalText) => string): string {
  const type = tree.typeOf(place.parentId) ?? ''
  const slots = blocks.find(type)?.slots ?? {}
  const slot = slots[place.slot]
  return name(slot && Object.keys(slots).length > 1 ? slot.label : blocks.nameOf(type))
}
