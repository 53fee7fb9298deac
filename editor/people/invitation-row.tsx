import { Link2, X } from 'lucide-react'
import { api, useMutation } from '#editor/api/index.ts'
import type { PeopleScope } from '#editor/api/people.ts'
import { Button, IconButton, showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import type { PendingInvitation } from '#platform/contract/people.ts'
import { copyLink } from './copy-link.ts'
import './people-dialog.css'

export interface InvitationRowProps {
  readonly invitation: PendingInvitation
  readonly scope: PeopleScope
  /** Where it leads, if that is to be told. */
  readonly into?: string
  /** It was taken back. */
  readonly onRevoked: () => void
}

/** An invitation that somebody can still join by: for whom, until when, its link, and the way to take it back. */
export function InvitationRow({ invitation, scope, into, onRevoked }: InvitationRowProps) {
  const words = useWords()
  const { people } = words
  const locale = useLocale()
  const { email, role, link, uses, mostUses, expiresAtIso } = invitation
  const revoke = useMutation(() => api.people.revoke(scope, invitation.id), {
    onDone: () => {
      onRevoked()
      showToast({ text: people.tookBack })
    },
    onFailed: (failure) => showToast({ text: failureText(failure, words), tone: 'bad' }),
  })
  const until = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(expiresAtIso))
  return (
    <li className="people__row">
      <div className="people__who">
        <span className="people__name">{email ?? people.anyone}</span>
        <span className="people__detail">
          {[into, people.roles[role], people.until(until), email ? undefined : people.uses(uses, mostUses)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <Button
        size="small"
        icon={<Link2 size={14} aria-hidden />}
        onPress={() => void copyLink(link, people.linkCopied)}
      >
        {people.copyLink}
      </Button>
      <IconButton
        size="small"
        label={people.takeBack}
        icon={<X size={16} />}
        isDisabled={revoke.busy}
        onPress={() => void revoke.run(undefined)}
      />
    </li>
  )
}
