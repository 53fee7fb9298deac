import { MailQuestion, UserPlus } from 'lucide-react'
import { api, queryCache, useMutation, useQuery } from '#editor/api/index.ts'
import { Link, navigate, paths } from '#editor/router.tsx'
import { Button, buttonClass, EmptyState } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { InvitedTo } from '#platform/contract/people.ts'
import { SessionGate } from './session-gate.tsx'
import '../people/people-dialog.css'

/** `/join/:key`: what the invitation is to and what one will be able to do, then one button. Strangers sign in first. */
export function JoinPage({ invitationKey: key }: { readonly invitationKey: string }) {
  return <SessionGate>{() => <Invitation invitationKey={key} />}</SessionGate>
}

function Invitation({ invitationKey: key }: { readonly invitationKey: string }) {
  const words = useWords()
  const { people } = words
  const invitation = useQuery(`invitation/${key}`, () => api.people.invitedTo(key))
  const enter = ({ program }: InvitedTo) => navigate(program ? paths.studio(program.id) : paths.home)
  const join = useMutation(() => api.people.accept(key), {
    onDone: (joined) => {
      queryCache.clear()
      enter(joined)
    },
  })
  if (invitation.status === 'loading')
    return (
      <main className="app-middle" aria-busy>
        <span className="ui-spinner" aria-hidden />
      </main>
    )
  if (invitation.status === 'failed') {
    const isUnknown = invitation.failure.code === 'not-found'
    return (
      <Cannot
        title={isUnknown ? people.cannotJoin.unknown.title : failureText(invitation.failure, words)}
        text={isUnknown ? people.cannotJoin.unknown.text : ''}
      />
    )
  }
  const { value } = invitation
  if (value.state !== 'open' && !value.isMemberAs) return <Cannot {...people.cannotJoin[value.state]} />
  const to = value.program?.name ?? people.joinWorkspace(value.workspaceName)
  const role = value.isMemberAs ?? value.role
  return (
    <main className="app-middle">
      <div className="join">
        <span className="ui-empty__picture" aria-hidden>
          <UserPlus size={28} />
        </span>
        <h1 className="join__title">
          {people.joining(value.invitedBy)} {people.joinTo(to)}
        </h1>
        <div className="join__role">
          <strong>{value.isMemberAs ? people.alreadyIn(people.roles[role]) : people.joinAs(people.roles[role])}</strong>
          <span className="people__detail">{people.roleMeans[role]}</span>
        </div>
        {join.failure ? <p role="alert">{failureText(join.failure, words)}</p> : null}
        <Button
          variant="primary"
          size="large"
          isPending={join.busy}
          onPress={() => (value.isMemberAs ? enter(value) : void join.run(undefined))}
        >
          {value.isMemberAs ? people.open : people.join}
        </Button>
      </div>
    </main>
  )
}

function Cannot({ title, text }: { readonly title: string; readonly text: string }) {
  const words = useWords()
  return (
    <main className="app-middle">
      <EmptyState
        icon={<MailQuestion size={28} />}
        title={title}
        text={text}
        action={
          <Link to={paths.home} className={buttonClass({ variant: 'primary' })}>
            {words.common.toPrograms}
          </Link>
        }
      />
    </main>
  )
}
