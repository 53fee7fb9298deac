import type { Key } from 'react-aria-components'
import type { ViewStore } from '#editor/state/view-state.ts'

/** Where the layer tree was left, so that it is there again when its panel is opened again. */
export interface LayerMemory {
  open: ReadonlySet<Key> | undefined
  scrollTop: number
}

const kept = new WeakMap<ViewStore, LayerMemory>()

export function layerPlacesOf(view: ViewStore): LayerMemory {
  const known = kept.get(view)
  if (known) return known
  const made: LayerMemory = { open: undefined, scrollTop: 0 }
  kept.set(view, made)
  return made
}
