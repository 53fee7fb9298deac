import { isLocked } from '#model/index.ts'
import type { NodeId } from '#model/ids.ts'
import type { ViewState } from '#editor/state/view-state.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { findTextAt } from './find-node-at.ts'
import type { Point } from './geometry.ts'

/**
 * Typing in the text of this node that is under the point, with the caret there.
 * @returns undefined where there is no text, or none that this person may change
 */
export function typingAt(
  { program, map, canWrite, canLock }: Pick<StudioSession, 'program' | 'map' | 'canWrite' | 'canLock'>,
  id: NodeId | undefined,
  point: Point,
): ViewState['typing'] {
  const prop = id !== undefined && canWrite ? findTextAt(map, id, point) : undefined
  if (id === undefined || prop === undefined) return undefined
  return canLock || !isLocked(program, id, prop) ? { nodeId: id, prop, at: point } : undefined
}
