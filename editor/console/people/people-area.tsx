import { Lock, SearchX } from 'lucide-react'
import { useState } from 'react'
import { api, useQuery, type Query } from '#editor/api/index.ts'
import { InvitationRow } from '#editor/people/invitation-row.tsx'
import { InviteForm } from '#editor/people/invite-form.tsx'
import { PeopleDialog } from '#editor/people/people-dialog.tsx'
import { Button, EmptyState, SearchField } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { Everybody } from '#platform/contract/people.ts'
import { may } from '#platform/contract/rights.ts'
import { Answer, AreaHead } from '../area.tsx'
import { useShop } from '../shop-context.ts'
import { PersonOfWorkspace } from './person-of-workspace.tsx'
import './people-area.css'

/** Who belongs to the workspace: in all programs or as a guest of some, when they were last here, and who is invited. */
export function PeopleArea() {
  const words = useWords()
  const { program } = useShop()
  const [search, setSearch] = useState('')
  const mayAsk = may(program.role, 'people')
  const everybody = useQuery<Everybody>(mayAsk ? `everybody/${program.workspaceId}` : null, () =>
    api.people.everybody(program.workspaceId),
  )
  // An owner of one program only is no owner of the workspace.
  const isRefused =
    !mayAsk || (everybody.status === 'failed' && ['forbidden', 'not-found'].includes(everybody.failure.code))
  return (
    <>
      <AreaHead title={words.console.areas.people} note={noteOf(everybody, words)}>
        {isRefused ? null : (
          <div className="menu-search">
            <SearchField
              label={words.people.search}
              clearLabel={words.common.clearSearch}
              value={search}
              onChange={setSearch}
            />
          </div>
        )}
      </AreaHead>
      {isRefused ? (
        <OnlyOwners />
      ) : (
        <Answer query={everybody}>
          {(value) => <Workspace everybody={value} search={search} onChanged={everybody.retry} />}
        </Answer>
      )}
    </>
  )
}

interface WorkspaceProps {
  readonly everybody: Everybody
  readonly search: string
  readonly onChanged: () => void
}

function Workspace({ everybody, search, onChanged }: WorkspaceProps) {
  const words = useWords()
  const { workspaceId } = useShop().program
  const { people, invitations, canMail } = everybody
  const wanted = search.trim().toLocaleLowerCase()
  const found = people.filter(({ name, email, programs }) =>
    [name, email ?? '', ...programs.map((one) => one.name)].some((text) => text.toLocaleLowerCase().includes(wanted)),
  )
  return (
    <div className="people-area">
      <section className="panel people-area__people" aria-label={words.console.areas.people}>
        {found.length === 0 ? (
          <EmptyState icon={<SearchX size={28} />} title={words.people.nobodyFound} />
        ) : (
          <ul className="people__list">
            {found.map((person) => (
              <PersonOfWorkspace key={person.id} person={person} workspaceId={workspaceId} onChanged={onChanged} />
            ))}
          </ul>
        )}
      </section>
      <section className="panel people-area__side">
        <h2 className="people-area__title">{words.people.workspaceInvite}</h2>
        <p className="people__note">{words.people.workspaceInviteHelp}</p>
        <InviteForm scope={{ workspaceId }} canMail={canMail} onDone={onChanged} />
        {invitations.length > 0 ? (
          <>
            <h3 className="people__head">{words.people.pending}</h3>
            <ul className="people__list">
              {invitations.map((invitation) => (
                <InvitationRow
                  key={invitation.id}
                  invitation={invitation}
                  scope={invitation.program ? { programId: invitation.program.id } : { workspaceId }}
                  into={invitation.program?.name ?? words.people.inWorkspace}
                  onRevoked={onChanged}
                />
              ))}
            </ul>
          </>
        ) : null}
      </section>
    </div>
  )
}

/** For everybody else there are still the people of this program. */
function OnlyOwners() {
  const words = useWords()
  const { program } = useShop()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <EmptyState
        icon={<Lock size={28} />}
        title={words.people.workspaceOnlyOwners}
        action={<Button onPress={() => setOpen(true)}>{words.people.workspacePeople}</Button>}
      />
      {isOpen ? (
        <PeopleDialog programId={program.id} name={program.name} role={program.role} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}

function noteOf(everybody: Query<Everybody>, words: ReturnType<typeof useWords>): string | null {
  if (everybody.status !== 'ready') return null
  const { people } = everybody.value
  const guests = people.filter(({ role }) => role === null).length
  return words.people.workspaceNote(people.length - guests, guests)
}
