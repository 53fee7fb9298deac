import { Link2, Mail } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { api, useMutation } from '#editor/api/index.ts'
import type { PeopleScope } from '#editor/api/people.ts'
import { Button, showToast, TextField } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import type { InviteInput, Role } from '#platform/contract/people.ts'
import { copyLink } from './copy-link.ts'
import { RoleSelect } from './role-select.tsx'
import './people-dialog.css'

export interface InviteFormProps {
  readonly scope: PeopleScope
  readonly canMail: boolean
  readonly onDone: () => void
}

/** Makes an invitation: a letter to an address, or a link to pass on. */
export function InviteForm({ scope, canMail, onDone }: InviteFormProps) {
  const words = useWords()
  const { people } = words
  const locale = useLocale()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('editor')
  const [made, setMade] = useState<string | undefined>(undefined)
  const invite = useMutation((input: InviteInput) => api.people.invite(scope, input), {
    onDone: ({ invitation, mail }) => {
      onDone()
      setEmail('')
      setMade(mail === 'sent' ? undefined : invitation.link)
      if (mail === 'sent') showToast({ text: people.sent(invitation.email ?? ''), tone: 'good' })
      else if (mail === 'failed') showToast({ text: people.mailFailed, tone: 'bad' })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const address = email.trim()
    const language = locale === 'zh-CN' ? 'zh-CN' : 'en'
    void invite.run({ role, language, ...(address === '' ? {} : { email: address }) })
  }
  return (
    <form className="people__invite" onSubmit={submit}>
      <div className="people__fields">
        <TextField
          label={people.email}
          type="email"
          value={email}
          onChange={setEmail}
          help={canMail ? people.emailHelp : people.noMail}
          {...(invite.failure ? { error: failureText(invite.failure, words) } : {})}
        />
        <RoleSelect label={people.role} value={role} onChange={setRole} isDisabled={false} isLabelShown />
      </div>
      <div className="people__send">
        <p className="people__detail">{people.roleMeans[role]}</p>
        <Button
          variant="primary"
          type="submit"
          icon={canMail && email.trim() !== '' ? <Mail size={16} aria-hidden /> : <Link2 size={16} aria-hidden />}
          isPending={invite.busy}
        >
          {canMail && email.trim() !== '' ? people.sendInvitation : people.makeLink}
        </Button>
      </div>
      {made === undefined ? null : (
        <div className="people__made">
          <input
            className="ui-input"
            readOnly
            value={made}
            aria-label={people.copyLink}
            onFocus={(event) => event.target.select()}
          />
          <Button onPress={() => void copyLink(made, people.linkCopied)}>{people.copyLink}</Button>
        </div>
      )}
    </form>
  )
}
