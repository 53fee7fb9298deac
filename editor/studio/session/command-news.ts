import { readPartId, type NodeId } from '#model/index.ts'
import { leadOf } from '#editor/state/selection.ts'
import type { ViewState } from '#editor/state/view-state.ts'
import type { StudioSession } from './studio-session.ts'

/** Tells when a command may be called otherwise now, or be possible where it was not. */
export interface CommandNews {
  subscribe(listener: () => void): () => void
}

const known = new WeakMap<StudioSession, CommandNews>()

/** One for each opened program, however many buttons ask. */
export function commandNewsOf(session: StudioSession): CommandNews {
  const found = known.get(session) ?? createCommandNews(session)
  known.set(session, found)
  return found
}

function createCommandNews({ program, undo, view }: StudioSession): CommandNews {
  const listeners = new Set<() => void>()
  let stop = () => {}
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const start = () => {
    const stops = [
      undo.subscribe(tell),
      view.subscribe((now, before) => {
        if (looked.some((part) => now[part] !== before[part])) tell()
      }),
      // An edit elsewhere changes nothing for what is chosen; an own edit is a step of undo and told of above.
      program.subscribe(({ nodes, removed, pages }) => {
        const lead = leadOf(view.getState())
        if (lead === undefined) return
        const parentId = program.node(lead)?.place.parentId
        const around = [lead, parentId, readPartId(lead)?.instance] as readonly (NodeId | undefined)[]
        if (around.some((id) => id !== undefined && (nodes.has(id) || removed.has(id) || pages.has(id as never))))
          tell()
      }),
    ]
    return () => stops.forEach((end) => end())
  }
  return {
    subscribe(listener) {
      if (listeners.size === 0) stop = start()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
  }
}

/** What commands look at besides the document and the steps of undo. */
const looked = [
  'selection',
  'pageId',
  'zoom',
  'widthPx',
  'scheme',
  'cameFrom',
  'pinsHidden',
] as const satisfies readonly (keyof ViewState)[]
