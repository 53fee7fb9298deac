import { LogOut, X } from 'lucide-react'
import { api, useMutation, type ApiFailure } from '#editor/api/index.ts'
import type { PeopleScope } from '#editor/api/people.ts'
import { RoleSelect } from '#editor/people/role-select.tsx'
import { navigate, paths } from '#editor/router.tsx'
import { Badge, IconButton, showToast } from '#editor/ui/index.ts'
import { agoText } from '#editor/words/ago.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import type { Everybody, Role } from '#platform/contract/people.ts'
import { useNow } from '../use-now.ts'

type Person = Everybody['people'][number]

export interface PersonOfWorkspaceProps {
  readonly person: Person
  readonly workspaceId: string
  readonly onChanged: () => void
}

/** One person: what they are in the workspace, and in each program where they are something else or a guest. */
export function PersonOfWorkspace({ person, workspaceId, onChanged }: PersonOfWorkspaceProps) {
  const words = useWords()
  const { people } = words
  const locale = useLocale()
  const nowMs = useNow()
  const say = (failure: ApiFailure) =>
    showToast({ text: failure.code === 'conflict' ? people.lastOwner : failureText(failure, words), tone: 'bad' })
  const change = useMutation(
    ({ scope, role }: { readonly scope: PeopleScope; readonly role: Role }) =>
      api.people.changeRole(scope, person.id, role),
    {
      onDone: (_list, { role }) => {
        onChanged()
        showToast({ text: people.changed(person.name, people.roles[role]), tone: 'good' })
      },
      onFailed: say,
    },
  )
  const remove = useMutation((scope: PeopleScope) => api.people.remove(scope, person.id), {
    onDone: () => {
      if (person.isYou) {
        showToast({ text: people.left })
        navigate(paths.home)
        return
      }
      onChanged()
      showToast({ text: people.removed(person.name), tone: 'good' })
    },
    onFailed: say,
  })
  const workspace = { workspaceId }
  const { role, programs, lastSeenAtIso } = person
  const isBusy = change.busy || remove.busy
  const seen = lastSeenAtIso === null ? people.neverSeen : people.seen(agoText(lastSeenAtIso, nowMs, locale))
  return (
    <li className="people-area__person" aria-label={person.name}>
      <div className="people__row">
        <div className="people__who">
          <span className="people__name">
            {person.name} {person.isYou ? <Badge>{people.you}</Badge> : null}
          </span>
          <span className="people__detail">{[person.email, seen].filter(Boolean).join(' · ')}</span>
        </div>
        {role === null ? (
          <span className="people__role">{people.guest}</span>
        ) : (
          <RoleSelect
            label={people.roleOf(person.name)}
            value={role}
            onChange={(next) => void change.run({ scope: workspace, role: next })}
            isDisabled={isBusy}
          />
        )}
        <IconButton
          size="small"
          label={person.isYou ? people.leave : people.removeFromAll(person.name)}
          icon={person.isYou ? <LogOut size={16} /> : <X size={16} />}
          isDisabled={isBusy}
          onPress={() => void remove.run(workspace)}
        />
      </div>
      {programs.length === 0 ? null : (
        <ul className="people-area__programs">
          {programs.map(({ programId, name, role: inProgram }) => (
            <li key={programId} className="people-area__program">
              <span className="people__name">{name}</span>
              <RoleSelect
                label={people.inProgram(person.name, name)}
                value={inProgram}
                onChange={(next) => void change.run({ scope: { programId }, role: next })}
                isDisabled={isBusy}
              />
              {role === null ? (
                <IconButton
                  size="small"
                  label={people.removeFrom(person.name, name)}
                  icon={<X size={16} />}
                  isDisabled={isBusy}
                  onPress={() => void remove.run({ programId })}
                />
              ) : (
                <span className="people__gap" />
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
