import type { ReactNode } from 'react'
import { CloudOff } from 'lucide-react'
import { Button, EmptyState } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { Me } from '#platform/contract/merchant.ts'
import { KeptPrograms } from './kept-programs.tsx'
import { useSession } from './session.ts'
import { SignInPage } from './sign-in-page.tsx'

/** Draws its children for who is signed in, and the sign-in screen, at the same address, for who is not. */
export function SessionGate({ children }: { readonly children: (me: Me) => ReactNode }) {
  const words = useWords()
  const session = useSession()
  const failure = session.status === 'loading' ? null : session.failure
  if (failure?.code === 'unauthorised') return <SignInPage />
  if (session.status === 'ready') return children(session.value)
  if (session.status === 'loading')
    return (
      <main className="app-middle" aria-busy>
        <span className="ui-spinner" aria-hidden />
        <span className="ui-hidden">{words.common.loading}</span>
      </main>
    )
  return (
    <main className="app-middle app-middle--column">
      <EmptyState
        icon={<CloudOff size={28} />}
        title={failureText(session.failure, words)}
        action={<Button onPress={session.retry}>{words.common.tryAgain}</Button>}
      />
      {failure?.code === 'offline' ? <KeptPrograms /> : null}
    </main>
  )
}
