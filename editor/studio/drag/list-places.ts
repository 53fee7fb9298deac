import type { NodeId } from '#model/ids.ts'
import { leavingWith, liesAt, othersIn, refusalOfSlot, type Dragged, type DropTree } from '../canvas/drop-tree.ts'
import type { DropMap, DropPlace } from '../canvas/find-drop-place.ts'
import { pageLevel, type Slot } from '../canvas/levels.ts'
import { markAt } from '../canvas/mark-at.ts'

/**
 * Every place on the page that takes what is carried, in reading order: before a block, then inside it, then after it.
 * The place where it lies already is among them, with that as its `refusal`, so that one can start from there.
 */
export function listPlaces(map: DropMap, tree: DropTree, dragged: Dragged): readonly DropPlace[] {
  const places: DropPlace[] = []
  const visit = (slot: Slot) => {
    const address = { parentId: slot.parentId, slot: slot.slot }
    const drawn = othersIn(tree, address, dragged).flatMap((id) => map.find(id) ?? [])
    const rects = drawn.map(({ rect }) => rect)
    const takes = refusalOfSlot(tree, address, dragged) === undefined
    for (let index = 0; index <= drawn.length; index++) {
      if (takes) {
        const place = { ...address, index, mark: markAt(slot, rects, index) }
        places.push(liesAt(tree, address, index, dragged) ? { ...place, refusal: 'same-place' } : place)
      }
      const next = drawn[index]
      for (const inner of next?.slots ?? []) {
        visit({ parentId: next!.id, slot: inner.name, rect: inner.rect, axis: inner.axis })
      }
    }
  }
  visit(pageLevel(tree, map))
  return places
}

export type Step = 'previous' | 'next' | 'in' | 'out' | 'first' | 'last'

/**
 * The place one key further. In and out change the container: into the next one below, out to just after the one it is in.
 * @returns undefined where it goes no further
 */
export function stepFrom(
  places: readonly DropPlace[],
  tree: Pick<DropTree, 'placeOf' | 'pageId' | 'isWithin'>,
  from: DropPlace,
  step: Step,
): DropPlace | undefined {
  const at = places.findIndex((place) => isSamePlace(place, from))
  if (step === 'first') return places[0]
  if (step === 'last') return places.at(-1)
  if (step === 'previous') return places[at - 1]
  if (step === 'next') return places[at + 1]
  if (step === 'in') return places.slice(at + 1).find(({ parentId }) => isInside(tree, parentId, from.parentId))
  const container = from.parentId as NodeId
  const outer = tree.placeOf(container)
  return (
    outer &&
    places.slice(at + 1).find(({ parentId }) => parentId !== from.parentId && !tree.isWithin(parentId, container))
  )
}

export function isSamePlace(a: DropPlace, b: DropPlace): boolean {
  return a.parentId === b.parentId && a.slot === b.slot && a.index === b.index
}

/** Where a walk through the places begins: where it lies, else the place that follows the selection. */
export function startAmong(
  places: readonly DropPlace[],
  dragged: Dragged,
  wanted: { readonly parentId: string; readonly slot: string; readonly index: number },
): DropPlace | undefined {
  if (leavingWith(dragged).size > 0) {
    const own = places.find(({ refusal }) => refusal === 'same-place')
    if (own) return own
  }
  return places.find((place) => isSamePlace(place, { ...place, ...wanted } as DropPlace)) ?? places.at(-1)
}

function isInside(
  tree: Pick<DropTree, 'isWithin' | 'pageId'>,
  parentId: DropPlace['parentId'],
  outer: DropPlace['parentId'],
) {
  if (parentId === outer) return false
  return outer === tree.pageId || tree.isWithin(parentId, outer as NodeId)
}
