/** Tabs and their like draw one of their slots at a time: whatever is chosen is brought to light. */
import type { NodeId } from '#model/ids.ts'
import { leadOf } from '#editor/state/selection.ts'
import type { SlotOfNode } from '#editor/state/view-state.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { findTextAt } from './find-node-at.ts'
import type { Point } from './geometry.ts'

type Known = Pick<StudioSession, 'program' | 'blocks'>

/** The slots around this node that take turns with others, outermost first. */
export function slotsAround({ program, blocks }: Known, id: NodeId | undefined): readonly SlotOfNode[] {
  const place = id === undefined ? undefined : program.node(id)?.place
  const parent = place && program.node(place.parentId as NodeId)
  if (!place || !parent) return []
  const nodeId = place.parentId as NodeId
  const isOpened = blocks.find(parent.type)?.slots[place.slot]?.openedBy !== undefined
  return [...slotsAround({ program, blocks }, nodeId), ...(isOpened ? [{ nodeId, slot: place.slot }] : [])]
}

/** The slot of this node that the text under the point opens. */
export function slotOpenedAt(
  { program, blocks, map }: Known & Pick<StudioSession, 'map'>,
  id: NodeId,
  point: Point,
): SlotOfNode | undefined {
  const prop = findTextAt(map, id, point)
  const slots = Object.entries(blocks.find(program.node(id)?.type ?? '')?.slots ?? {})
  const slot = slots.find(([, { openedBy }]) => openedBy !== undefined && openedBy === prop)?.[0]
  return slot === undefined ? undefined : { nodeId: id, slot }
}

/** Opens whatever holds the node that is chosen, also where it was moved to. @returns a function that stops it */
export function openAroundChosen(session: Known & Pick<StudioSession, 'view'>): () => void {
  const { view, program } = session
  const open = () => {
    const openSlots = slotsAround(session, leadOf(view.getState()))
    if (openSlots.length > 0) view.setState({ openSlots })
  }
  const stopChoice = view.subscribe((now, before) => leadOf(now) !== leadOf(before) && open())
  const stopEdits = program.subscribe(({ nodes }) => {
    const lead = leadOf(view.getState())
    if (lead !== undefined && nodes.has(lead) && hasMoved(lead)) open()
  })
  const lastPlace = new Map<NodeId, string>()
  function hasMoved(id: NodeId): boolean {
    const place = program.node(id)?.place
    const now = place && `${place.parentId}/${place.slot}`
    const before = lastPlace.get(id)
    lastPlace.clear()
    if (now !== undefined) lastPlace.set(id, now)
    return now !== before
  }
  return () => {
    stopChoice()
    stopEdits()
  }
}
