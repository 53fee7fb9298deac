import { LogOut } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { asApiFailure } from '#editor/api/index.ts'
import { Menu, showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords, wordsNow } from '#editor/words/use-words.ts'
import { navigate, paths } from '#editor/router.tsx'
import type { Me } from '#platform/contract/merchant.ts'
import { useLanguageEntries, useSchemeEntries } from './preferences.tsx'
import { endSession } from './session.ts'
import './account-menu.css'

/** The person's disc: language, appearance and the way out. */
export function AccountMenu({ me }: { readonly me: Me }) {
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
      onAction: () => void leave(),
    },
  ]
  return (
    <Menu label={words.home.account(me.user.name)} entries={entries} placement="bottom end">
      <AriaButton className="account-disc" aria-label={words.home.account(me.user.name)}>
        {first}
      </AriaButton>
    </Menu>
  )
}

async function leave() {
  try {
    await endSession()
    navigate(paths.home)
  } catch (thrown) {
    showToast({ text: failureText(asApiFailure(thrown), wordsNow()), tone: 'bad' })
  }
}
