import { Sparkles } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { api, useMutation } from '#editor/api/index.ts'
import { Button } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords } from '#editor/words/use-words.ts'
import { Brand } from './brand.tsx'
import { LanguageMenu, SchemeMenu } from './preferences.tsx'
import { startSession } from './session.ts'
import { SignInForm } from './sign-in-form.tsx'
import { SignInPicture } from './sign-in-picture.tsx'
import './sign-in-page.css'

/** What a stranger sees at any address: what this is, the one-click way in, and the form. */
export function SignInPage() {
  const words = useWords()
  const { home } = words
  const [isNew, setNew] = useState(false)
  const demo = useMutation(api.demo, { onDone: () => void startSession() })
  return (
    <main className="sign-in">
      <div className="sign-in__side">
        <header className="sign-in__bar">
          <Brand isLarge />
          <span className="sign-in__tools">
            <LanguageMenu />
            <SchemeMenu />
          </span>
        </header>
        <div className="sign-in__middle">
          <h1 className="sign-in__title">{home.pitchTitle}</h1>
          <p className="sign-in__pitch">{home.pitch}</p>
          <Button
            variant="primary"
            size="large"
            isWide
            icon={<Sparkles size={18} aria-hidden />}
            isPending={demo.busy}
            onPress={() => void demo.run(undefined)}
          >
            {home.tryDemo}
          </Button>
          <p className="sign-in__note">{home.tryDemoNote}</p>
          {demo.failure ? (
            <p className="sign-in__failure" role="alert">
              {failureText(demo.failure, words)}
            </p>
          ) : null}
          <p className="sign-in__or">
            <span>{home.or}</span>
          </p>
          <SignInForm key={String(isNew)} isNew={isNew} isDisabled={demo.busy} />
          <p className="sign-in__switch">
            {isNew ? home.haveAccount : home.newHere}{' '}
            <AriaButton className="sign-in__link" onPress={() => setNew(!isNew)}>
              {isNew ? home.signIn : home.signUp}
            </AriaButton>
          </p>
        </div>
      </div>
      <SignInPicture />
    </main>
  )
}
