import { Eye, EyeOff } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { api, useMutation } from '#editor/api/index.ts'
import { Button, IconButton, TextField } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords } from '#editor/words/use-words.ts'
import { checkEmail, checkName, checkPassword } from './form-checks.ts'
import { startSession } from './session.ts'

export interface SignInFormProps {
  readonly isNew: boolean
  readonly isDisabled: boolean
}

/** E-mail and password, for a new account or an old one. Problems are told once somebody tried to go on. */
export function SignInForm({ isNew, isDisabled }: SignInFormProps) {
  const words = useWords()
  const { home } = words
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isShown, setShown] = useState(false)
  const [hasTried, setTried] = useState(false)
  const enter = useMutation(
    () =>
      isNew
        ? api.auth.signUp({ name: name.trim(), email: email.trim(), password })
        : api.auth.signIn({ email: email.trim(), password }),
    { onDone: () => void startSession() },
  )

  const problems = {
    name: isNew ? { missing: home.needName, fine: undefined }[checkName(name) ?? 'fine'] : undefined,
    email: { missing: home.needEmail, bad: home.badEmail, fine: undefined }[checkEmail(email) ?? 'fine'],
    password: { missing: home.needPassword, short: home.shortPassword, long: home.longPassword, fine: undefined }[
      checkPassword(password, isNew) ?? 'fine'
    ],
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!(problems.name ?? problems.email ?? problems.password)) void enter.run(undefined)
  }

  const shown = (problem: string | undefined) => (hasTried && problem ? { error: problem } : {})
  return (
    <form className="sign-in__form" onSubmit={submit} noValidate>
      {isNew ? (
        <TextField
          label={home.name}
          size="large"
          value={name}
          onChange={setName}
          autoComplete="name"
          maxLength={60}
          {...shown(problems.name)}
        />
      ) : null}
      <TextField
        label={home.email}
        size="large"
        type="email"
        value={email}
        onChange={setEmail}
        autoComplete="email"
        {...shown(problems.email)}
      />
      <div className="sign-in__password">
        <TextField
          label={home.password}
          size="large"
          type={isShown ? 'text' : 'password'}
          value={password}
          onChange={setPassword}
          autoComplete={isNew ? 'new-password' : 'current-password'}
          {...(isNew ? { help: home.passwordHelp } : {})}
          {...shown(problems.password)}
        />
        <IconButton
          label={isShown ? home.hidePassword : home.showPassword}
          icon={isShown ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
          onPress={() => setShown(!isShown)}
        />
      </div>
      {enter.failure ? (
        <p className="sign-in__failure" role="alert">
          {failureText(enter.failure, words)}
        </p>
      ) : null}
      <Button type="submit" size="large" isWide isPending={enter.busy} isDisabled={isDisabled}>
        {isNew ? home.signUp : home.signIn}
      </Button>
    </form>
  )
}
