import { useSyncExternalStore } from 'react'
import { leadOf } from '#editor/state/selection.ts'
import type { ViewState } from '#editor/state/view-state.ts'

/** How much room the window leaves beside the canvas, from all side areas at once to sheets from below. */
export type Room = 'wide' | 'normal' | 'narrow' | 'phone'

const queries = { phone: '(max-width: 767px)', narrow: '(max-width: 1099px)', normal: '(max-width: 1599px)' } as const
const most: { readonly [room in Room]: number } = { wide: 3, normal: 2, narrow: 1, phone: 1 }

export function useRoom(): Room {
  return useSyncExternalStore(subscribe, () => {
    const found = (['phone', 'narrow', 'normal'] as const).find((room) => matchMedia(queries[room]).matches)
    return found ?? 'wide'
  })
}

type Sides = Pick<ViewState, 'panel' | 'previewOpen' | 'inspectorOpen' | 'selection'> & {
  readonly codeOf?: ViewState['codeOf']
}

/**
 * Closes what no longer fits. What was opened last stays; of the others code and preview give way last, since they are
 * not opened again by themselves, and the inspector comes back with the next block that is chosen.
 * @returns the same object when everything fits
 */
export function fitSides<View extends Sides>(now: View, before: Sides, room: Room): View {
  const chosen = leadOf(now) !== undefined && leadOf(now) !== leadOf(before)
  const wantsInspector =
    chosen &&
    room === 'narrow' &&
    !now.previewOpen &&
    now.codeOf === undefined &&
    !now.inspectorOpen &&
    now.panel !== 'layers'
  const view = wantsInspector ? { ...now, inspectorOpen: true } : now
  const opened =
    view.codeOf !== undefined && view.codeOf !== before.codeOf
      ? 'code'
      : view.previewOpen && !before.previewOpen
        ? 'preview'
        : view.panel !== undefined && view.panel !== before.panel
          ? 'panel'
          : view.inspectorOpen && !before.inspectorOpen
            ? 'inspector'
            : undefined
  const open = [
    ...(view.codeOf === undefined ? [] : (['code'] as const)),
    ...(view.previewOpen ? (['preview'] as const) : []),
    ...(view.inspectorOpen ? (['inspector'] as const) : []),
    ...(view.panel === undefined ? [] : (['panel'] as const)),
  ]
  if (open.length <= most[room]) return view
  const keep = [...open].sort((a, b) => Number(b === opened) - Number(a === opened)).slice(0, most[room])
  return {
    ...view,
    codeOf: keep.includes('code') ? view.codeOf : undefined,
    previewOpen: keep.includes('preview'),
    inspectorOpen: keep.includes('inspector'),
    panel: keep.includes('panel') ? view.panel : undefined,
  }
}

function subscribe(listener: () => void): () => void {
  const watched = Object.values(queries).map((query) => matchMedia(query))
  for (const query of watched) query.addEventListener('change', listener)
  return () => {
    for (const query of watched) query.removeEventListener('change', listener)
  }
}
