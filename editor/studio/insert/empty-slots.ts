import type { NodeId, Program } from '#model/index.ts'
import type { MeasuredMap } from '../canvas/measured-map.ts'
import { bottomOf } from '../canvas/geometry.ts'
import type { InserterView } from '#editor/state/view-state.ts'
import type { StudioSession } from '../session/studio-session.ts'

/** The slots of the shown page that hold nothing. */
export interface EmptySlots {
  /** Those between these heights; the same list until it is another. */
  between(top: number, bottom: number): readonly InserterView[]
  subscribe(listener: () => void): () => void
}

const known = new WeakMap<object, EmptySlots>()

/** One index for each opened program; it ends with it. */
export function emptySlotsOf({ program, map }: Pick<StudioSession, 'program' | 'map'>): EmptySlots {
  const found = known.get(map) ?? followEmptySlots(program, map)
  known.set(map, found)
  return found
}

/**
 * Followed edit by edit and layout by layout: only containers that an edit or a layout speaks of are looked at again,
 * and only the empty ones are gone through, which are few.
 */
export function followEmptySlots(
  program: Pick<Program, 'children' | 'subscribe'>,
  map: Pick<MeasuredMap, 'find' | 'subscribe' | 'containers' | 'touched'>,
): EmptySlots {
  const empty = new Map<NodeId, readonly string[]>()
  const look = (id: NodeId) => {
    const names = (map.find(id)?.slots ?? []).map(({ name }) => name)
    const without = names.filter((name) => program.children(id, name).length === 0)
    if (without.length > 0) empty.set(id, without)
    else empty.delete(id)
  }
  for (const { id } of map.containers()) look(id)
  program.subscribe(({ nodes, removed }) => {
    for (const id of nodes) look(id)
    for (const id of removed) empty.delete(id)
  })
  const listeners = new Set<() => void>()
  map.subscribe(undefined, () => {
    for (const id of map.touched) look(id)
    for (const listener of [...listeners]) listener()
  })
  let last: { readonly key: string; readonly list: readonly InserterView[] } = { key: '', list: [] }
  return {
    between(top, bottom) {
      const list = [...empty].flatMap(([id, names]) =>
        (map.find(id)?.slots ?? []).flatMap(({ name, rect }): InserterView[] =>
          !names.includes(name) || bottomOf(rect) < top || rect.y > bottom
            ? []
            : [{ to: { parentId: id, slot: name, index: 0 }, mark: { kind: 'box', rect } }],
        ),
      )
      const key = JSON.stringify(list)
      if (key !== last.key) last = { key, list }
      return last.list
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
