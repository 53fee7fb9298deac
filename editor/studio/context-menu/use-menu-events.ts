import { useEffect } from 'react'
import type { NodeId } from '#model/index.ts'
import { selecting } from '#editor/state/selection.ts'
import { findNodeAt } from '../canvas/find-node-at.ts'
import { openMenu } from '../commands/menu-command.ts'
import { dropTreeOf } from '../commands/structure.ts'
import { parseRowKey } from '../layers/layer-place.ts'
import { useCommandContext } from '../session/use-commands.ts'
import { useSession } from '../session/use-session.tsx'
import type { StudioSession } from '../session/studio-session.ts'

/** A right click on a block of the canvas or a row of the layers opens the menu; a finger's long press stays a drag. */
export function useMenuEvents(): void {
  const session = useSession()
  const context = useCommandContext()
  useEffect(() => {
    const onContextMenu = (event: MouseEvent) => {
      const { view } = session
      const target = event.target instanceof Element ? event.target : null
      const isOnMenu = target?.closest('[role=menu]') || view.getState().menuAt !== undefined
      const isOnBlock = target?.closest('[data-glass], [data-layer-item]')
      if (!isOnMenu && !isOnBlock) return
      event.preventDefault()
      if (isOnMenu || view.getState().drag) return
      const kind = 'pointerType' in event ? event.pointerType : 'mouse'
      if (kind === 'touch') return
      if (kind !== 'mouse' && kind !== 'pen' && event.button !== 2) return openMenu.run(context)
      choose(session, nodeUnder(session, target, event))
      view.setState({ menuAt: { x: event.clientX, y: event.clientY }, hovered: undefined })
    }
    window.addEventListener('contextmenu', onContextMenu)
    return () => window.removeEventListener('contextmenu', onContextMenu)
  }, [session, context])
}

/** What is under the pointer is chosen, unless it is among what is chosen already. */
function choose({ view, program }: StudioSession, id: NodeId | undefined): void {
  const { selection } = view.getState()
  if (id === undefined || !selection.some((one) => program.isWithin(id, one))) view.setState(selecting(id))
}

function nodeUnder(session: StudioSession, target: Element | null, at: MouseEvent): NodeId | undefined {
  const row = target?.closest('[data-layer-item]')?.getAttribute('data-layer-item')
  if (row) return parseRowKey(row).id
  const { view, program, blocks, map } = session
  const { pageId, zoom } = view.getState()
  const box = target?.closest('[data-glass]')?.getBoundingClientRect()
  if (!box || pageId === undefined) return undefined
  const point = { x: (at.clientX - box.left) / zoom, y: (at.clientY - box.top) / zoom }
  return findNodeAt(map, dropTreeOf(program, blocks, pageId, map), point)
}
