/**
 * Moving without holding: what is carried is picked up once, then steered by keys or put down by a tap. It is the same
 * `drag` of the view as one by a pointer, so it is drawn the same way.
 */
import type { Words } from '#editor/words/use-words.ts'
import { leadOf } from '#editor/state/selection.ts'
import type { Dragged, DropTree } from '../canvas/drop-tree.ts'
import type { DropMap, DropPlace } from '../canvas/find-drop-place.ts'
import { dropTreeOf, placeForNew } from '../commands/structure.ts'
import type { Placing } from '../insert/insertable.ts'
import { announce } from './announcer.tsx'
import { describePlace, nameOfDragged } from './describe-drop.ts'
import { dropDragged } from './drop-dragged.ts'
import { isSamePlace, listPlaces, startAmong, stepFrom, type Step } from './list-places.ts'

/** Begins to carry. Says so, or that there is nowhere to go. */
export function pickUp(placing: Placing, words: Words, dragged: Dragged, by: 'keys' | 'tap'): void {
  const { view, program, canEdit } = placing
  const tree = treeNow(placing)
  if (!tree || !canEdit) return
  const places = listPlaces(mapNow(placing), tree, dragged)
  const wanted = placeForNew(tree, program, leadOf(view.getState()), dragged.kind === 'new' ? dragged.type : '')
  const place = startAmong(places, dragged, wanted)
  if (!place) return announce(words.canvas.noPlace)
  const isSteered = by === 'keys'
  view.setState({
    drag: { dragged, place: isSteered ? place : undefined, over: isSteered ? 'canvas' : undefined, by },
    hovered: undefined,
    gap: undefined,
    inserter: undefined,
    typing: undefined,
  })
  const name = nameOfDragged(dragged, placing, words)
  const { pickedUp, tapWhere } = words.canvas
  announce(isSteered ? `${pickedUp(name)} ${sayPlace(placing, words, tree, places, place)}` : tapWhere(name))
}

/** Goes on to another place. At the last one it stays, and says again where that is. */
export function steer(placing: Placing, words: Words, step: Step): void {
  const { drag } = placing.view.getState()
  const tree = treeNow(placing)
  if (!drag?.place || !tree) return
  const places = listPlaces(mapNow(placing), tree, drag.dragged)
  const place = stepFrom(places, tree, drag.place, step) ?? drag.place
  placing.view.setState({ drag: { ...drag, place } })
  announce(sayPlace(placing, words, tree, places, place))
}

/** Puts down at this place, or where it was steered to. Says where that is, or that it was refused. */
export function putDown(placing: Placing, words: Words, at?: Pick<DropPlace, 'parentId' | 'slot' | 'index'>): void {
  const { drag } = placing.view.getState()
  const tree = treeNow(placing)
  const place = at ?? drag?.place
  if (!drag || !place || !tree) return
  const name = nameOfDragged(drag.dragged, placing, words)
  const where = describePlace(place, tree, placing.blocks, drag.dragged, words)
  placing.view.setState({ drag: undefined })
  const isDropped = dropDragged(placing, drag.dragged, place)
  announce(isDropped ? words.canvas.dropped(name, where) : words.canvas.notDropped(name))
}

export function putBack(placing: Placing, words: Words): void {
  const { drag } = placing.view.getState()
  if (!drag) return
  placing.view.setState({ drag: undefined })
  announce(words.canvas.cancelled(nameOfDragged(drag.dragged, placing, words)))
}

export function placesNow(placing: Placing): readonly DropPlace[] {
  const { drag } = placing.view.getState()
  const tree = treeNow(placing)
  return drag && tree && placing.map.pageId === tree.pageId ? listPlaces(mapNow(placing), tree, drag.dragged) : []
}

function sayPlace(
  placing: Placing,
  words: Words,
  tree: DropTree,
  places: readonly DropPlace[],
  place: DropPlace,
): string {
  const { drag } = placing.view.getState()
  if (!drag) return ''
  const at = places.findIndex((other) => isSamePlace(other, place)) + 1
  const where = describePlace(place, tree, placing.blocks, drag.dragged, words)
  const { now, whereItWas } = words.canvas
  return now(place.refusal === 'same-place' ? whereItWas(where) : where, at, places.length)
}

function treeNow({ program, blocks, view, map }: Placing): DropTree | undefined {
  const { pageId } = view.getState()
  return pageId === undefined ? undefined : dropTreeOf(program, blocks, pageId, map)
}

function mapNow({ map, view }: Placing): DropMap {
  return { widthPx: view.getState().widthPx, heightPx: map.heightPx, version: map.version, find: map.find }
}
