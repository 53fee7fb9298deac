import { isContentChange } from '#components/kit/content-fields.ts'
import { findDefinition } from '#components/definitions.ts'
import { isLocked, type Change, type ParentId } from '#model/index.ts'
import type { StudioSession } from '../session/studio-session.ts'

/** Whether locks let this person take the change back. The room refuses what they forbid, with all that comes with it. */
export function mayChange(change: Change, { canWrite, canLock, canEdit, program }: StudioSession): boolean {
  if (!canWrite || canLock) return canWrite
  if (change.what === 'lock' || change.what === 'meta') return false
  if (!('nodeId' in change)) return canEdit
  const isProp = change.what === 'prop'
  if (program.node(change.nodeId) && isLocked(program, change.nodeId, isProp ? change.prop : undefined)) return false
  if (canEdit) return true
  return isProp && isContentChange(findDefinition(change.type)?.fields ?? {}, change.prop, change.before, change.after)
}

/** Whether they may bring back a whole version: whoever is bound by locks cannot write all that differs. */
export function mayRestore({ canLock, canEdit, program }: StudioSession): boolean {
  if (canLock) return true
  const roots = [...program.pages(), ...program.sections()]
  return canEdit && !roots.some(({ id }) => hasLock(id, program))
}

function hasLock(id: ParentId, program: StudioSession['program']): boolean {
  return program.children(id).some((child) => program.node(child)?.locks !== undefined || hasLock(child, program))
}
