import { holdsLock, isLocked } from '#model/index.ts'
import type { StudioSession } from '../session/studio-session.ts'
import type { Repair } from '#compiler/checks/finding.ts'

/** What keeps this person from it, named as the words that say so. */
export type RepairRefusal = 'structureLocked' | 'blockLocked' | 'pageHoldsLocked'

/** Why locks keep this person from what "fix it" says. Settings of the shop are the server's to refuse. */
export function refusesRepair(
  { program, canEdit, canLock }: Pick<StudioSession, 'program' | 'canEdit' | 'canLock'>,
  repair: Repair,
): RepairRefusal | undefined {
  if (canLock || repair.kind === 'set-usual-hours') return undefined
  if (!canEdit) return 'structureLocked'
  switch (repair.kind) {
    case 'write-field':
    case 'remove-text':
      return isLocked(program, repair.nodeId, repair.prop) ? 'blockLocked' : undefined
    case 'remove-node':
      return holdsLock(program, repair.nodeId) ? 'blockLocked' : undefined
    case 'remove-page':
      return program.children(repair.pageId).some((id) => holdsLock(program, id)) ? 'pageHoldsLocked' : undefined
    default:
      return undefined
  }
}
