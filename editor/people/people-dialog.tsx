import { LogOut, X } from 'lucide-react'
import { api, queryCache, useMutation, useQuery, type ApiFailure } from '#editor/api/index.ts'
import { navigate, paths } from '#editor/router.tsx'
import { Badge, Dialog, IconButton, showToast, Skeleton } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { PeopleList, PersonInList, Role } from '#platform/contract/people.ts'
import { may } from '#platform/contract/rights.ts'
import { InvitationRow } from './invitation-row.tsx'
import { InviteForm } from './invite-form.tsx'
import { RoleSelect } from './role-select.tsx'
import './people-dialog.css'

export interface PeopleDialogProps {
  readonly programId: string
  readonly name: string
  readonly role: Role
  readonly onClose: () => void
}

/** Who may do what in one program: the list, what each of them is, and invitations. Owners change it, others see it. */
export function PeopleDialog({ programId, name, role, onClose }: PeopleDialogProps) {
  const words = useWords()
  const key = `people/${programId}`
  const list = useQuery(key, () => api.people.list({ programId }))
  const canManage = may(role, 'people')
  return (
    <Dialog title={words.people.title(name)} isOpen onClose={onClose} widthPx={560}>
      <div className="people" data-testid="people-dialog">
        {canManage ? (
          <InviteForm
            scope={{ programId }}
            canMail={list.status === 'ready' && list.value.canMail}
            onDone={list.retry}
          />
        ) : (
          <p className="people__note">{words.people.onlyOwners}</p>
        )}
        {list.status === 'loading' ? <Skeleton heightPx={96} /> : null}
        {list.status === 'failed' ? <p role="alert">{failureText(list.failure, words)}</p> : null}
        {list.status === 'ready' ? (
          <>
            <ul className="people__list">
              {list.value.people.map((person) => (
                <PersonRow key={person.id} person={person} programId={programId} cacheKey={key} canManage={canManage} />
              ))}
            </ul>
            {list.value.invitations.length > 0 ? (
              <section>
                <h3 className="people__head">{words.people.pending}</h3>
                <ul className="people__list">
                  {list.value.invitations.map((invitation) => (
                    <InvitationRow
                      key={invitation.id}
                      invitation={invitation}
                      scope={{ programId }}
                      onRevoked={list.retry}
                    />
                  ))}
                </ul>
              </section>
            ) : null}
          </>
        ) : null}
      </div>
    </Dialog>
  )
}

interface RowProps {
  readonly programId: string
  readonly cacheKey: string
}

function PersonRow({
  person,
  programId,
  cacheKey,
  canManage,
}: RowProps & { readonly person: PersonInList; readonly canManage: boolean }) {
  const words = useWords()
  const { people } = words
  const say = (failure: ApiFailure) =>
    showToast({ text: failure.code === 'conflict' ? people.lastOwner : failureText(failure, words), tone: 'bad' })
  const change = useMutation((role: Role) => api.people.changeRole({ programId }, person.id, role), {
    onDone: (list, role) => {
      queryCache.tell<PeopleList>(cacheKey, () => list)
      showToast({ text: people.changed(person.name, people.roles[role]), tone: 'good' })
    },
    onFailed: say,
  })
  const remove = useMutation(() => api.people.remove({ programId }, person.id), {
    onDone: () => {
      if (person.isYou) {
        showToast({ text: people.left })
        navigate(paths.home)
        return
      }
      showToast({ text: people.removed(person.name), tone: 'good' })
      queryCache.tell<PeopleList>(cacheKey, (list) => ({
        ...list,
        people: list.people.filter(({ id }) => id !== person.id),
      }))
    },
    onFailed: say,
  })
  const isOwnerOfAll = person.role === 'owner' && person.from === 'workspace'
  return (
    <li className="people__row" aria-label={person.name}>
      <div className="people__who">
        <span className="people__name">
          {person.name} {person.isYou ? <Badge>{people.you}</Badge> : null}
        </span>
        <span className="people__detail">
          {[person.email, person.from === 'workspace' ? people.wholeWorkspace : null].filter(Boolean).join(' · ')}
        </span>
      </div>
      {canManage && !isOwnerOfAll ? (
        <RoleSelect
          label={people.roleOf(person.name)}
          value={person.role}
          onChange={(role) => void change.run(role)}
          isDisabled={change.busy}
        />
      ) : (
        <span className="people__role">{people.roles[person.role]}</span>
      )}
      {person.from === 'program' && (canManage || person.isYou) ? (
        <IconButton
          size="small"
          label={person.isYou ? people.leave : people.remove(person.name)}
          icon={person.isYou ? <LogOut size={16} /> : <X size={16} />}
          isDisabled={remove.busy}
          onPress={() => void remove.run(undefined)}
        />
      ) : (
        <span className="people__gap" />
      )}
    </li>
  )
}
