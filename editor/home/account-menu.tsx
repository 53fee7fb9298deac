import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { asApiFailure } from '#editor/api/index.ts'
import { listCopies, type KeptProgram } from '#editor/local/local-copy.ts'
import { Menu, showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords, wordsNow } from '#editor/words/use-words.ts'
import { navigate, paths } from '#editor/router.tsx'
import type { Me } from '#platform/contract/merchant.ts'
import { LeaveDialog } from './leave-dialog.tsx'
import { useLanguageEntries, useSchemeEntries } from './preferences.tsx'
import { endSession } from './session.ts'
import './account-menu.css'

/** The person's disc: language, appearance and the way out. */
export function AccountMenu({ me }: { readonly me: Me }) {
  const [unsent, setUnsent] = useState<readonly KeptProgram[]>([])
  const words = useWords()
  const languages = useLanguageEntries()
  const schemes = useSchemeEntries()
  const [first = '?'] = me.user.name.trim()
  const entries = [
    ...languages,
    ...schemes.map((entry, at) => ({ ...entry, startsGroup: at === 0 })),
    {
      id: 'sign-out',
      label: words.home.signOut,
      icon: <LogOut size={16} aria-hidden />,
      startsGroup: true,
      onAction: () => void leave(me, setUnsent),
    },
  ]
  return (
    <>
      <Menu label={words.home.account(me.user.name)} entries={entries} placement="bottom end">
        <AriaButton className="account-disc" aria-label={words.home.account(me.user.name)}>
          {first}
        </AriaButton>
      </Menu>
      <LeaveDialog
        unsent={unsent}
        onClose={() => setUnsent([])}
        onLeave={(keeps) => {
          setUnsent([])
          void end(me, keeps)
        }}
      />
    </>
  )
}

/** Asks first when something would be lost. */
async function leave(me: Me, ask: (unsent: readonly KeptProgram[]) => void) {
  const kept = await listCopies(me.user.id).catch(() => [])
  const unsent = kept.filter(({ edits }) => edits > 0)
  if (unsent.length > 0) ask(unsent)
  else await end(me, false)
}

async function end(me: Me, keeps: boolean) {
  try {
    await endSession(me, keeps)
    navigate(paths.home)
  } catch (thrown) {
    showToast({ text: failureText(asApiFailure(thrown), wordsNow()), tone: 'bad' })
  }
}
