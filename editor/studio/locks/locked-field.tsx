import { Lock, LockOpen } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { holdsContent } from '#components/kit/content-fields.ts'
import type { Field } from '#components/kit/fields.ts'
import { drawnBlockOf, isLocked, readPartId, setLock, type NodeId } from '#model/index.ts'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { RequestChange } from '../comments/request-change.tsx'
import { SessionContext, useFact, useSession } from '../session/use-session.tsx'
import './locks.css'

export interface LockedFieldProps {
  readonly ids: readonly NodeId[]
  readonly prop: string
  readonly field: Field
  readonly children: ReactNode
}

/** A field that may be locked: for designers with a lock to turn, for the shop's people read-only, with a way to ask for a change. */
export function LockedField({ ids, prop, field, children }: LockedFieldProps) {
  const session = useSession()
  const { locks } = useWords()
  const say = useLocalText()
  const { program, canWrite, canLock, canEdit } = session
  const last = ids.at(-1)
  const isFixed = useFact(last && drawnBlockOf(last), () => ids.some((id) => isLocked(program, id, prop)))
  const own = useFact(ids.at(-1), () => ids.some((id) => program.node(id)?.locks?.includes(prop) === true))
  const closed = useMemo(() => ({ ...session, canEdit: false, canWrite: false }), [session])
  const [first] = ids
  // A part of a placed section is locked in the section, where it is one block for all places.
  const isPart = first !== undefined && readPartId(first) !== undefined
  if (!canWrite || (canLock && isPart)) return children
  if (canLock)
    return (
      <>
        {children}
        <span className="st-lock" data-on={own || undefined}>
          <IconButton
            size="small"
            label={own ? locks.unlockField(say(field.label)) : locks.lockField(say(field.label))}
            icon={own ? <Lock size={12} aria-hidden /> : <LockOpen size={12} aria-hidden />}
            onPress={() =>
              session.edit(own ? 'unlock' : 'lock', () => {
                for (const id of ids) setLock(program, id, prop, !own)
              })
            }
          />
        </span>
      </>
    )
  if (!isFixed && (canEdit || holdsContent(field))) return children
  return (
    <SessionContext value={closed}>
      {children}
      <p className="st-locked" data-testid="locked-field">
        <Lock size={12} aria-hidden />
        <span>{locks.lockedByAgency}</span>
        <RequestChange nodeId={ids.at(-1)} field={prop} label={say(field.label)} />
      </p>
    </SessionContext>
  )
}
