import type { Dragged, DropTree } from '../canvas/drop-tree.ts'
import type { Point } from '../canvas/geometry.ts'
import { layerPlace, parseRowKey, type LayerPlace } from './layer-place.ts'

/** The place in the layer tree under the pointer, if the pointer is over one of its rows. */
export function findLayerPlaceAt(at: Point, dragged: Dragged, tree: DropTree): LayerPlace | undefined {
  const row = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('[data-layer]')
  if (!row?.dataset.layer) return undefined
  const box = row.getBoundingClientRect()
  return layerPlace(tree, parseRowKey(row.dataset.layer), (at.y - box.top) / box.height, dragged)
}
