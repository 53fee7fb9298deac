import { Lock } from 'lucide-react'
import { lockOf, type NodeId } from '#model/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { RequestChange } from '../comments/request-change.tsx'
import { useFact, useSession, useTopic } from '../session/use-session.tsx'
import './locks.css'

/** Above the fields: why some of them cannot be changed here. */
export function LockNotice({ id }: { readonly id: NodeId | undefined }) {
  const { program, blocks, canWrite, canLock, canEdit } = useSession()
  const words = useWords()
  useTopic('meta')
  const lockedBy = useFact(id, () => (id === undefined ? undefined : lockOf(program, id)))
  if (!canWrite) return null
  const name = words.studio.nameOf(blocks.nameOf(program.node(id ?? ('' as NodeId))?.type ?? ''))
  if (canLock)
    return lockedBy === undefined ? null : (
      <p className="st-locked st-locked--notice">
        <Lock size={14} aria-hidden />
        <span>{words.locks.lockedByAgency}</span>
      </p>
    )
  if (lockedBy === undefined && canEdit) return null
  return (
    <p className="st-locked st-locked--notice" data-testid="lock-notice">
      <Lock size={14} aria-hidden />
      <span>{lockedBy === undefined ? words.locks.structureLocked : words.locks.blockLocked}</span>
      <RequestChange nodeId={id} label={name} />
    </p>
  )
}
