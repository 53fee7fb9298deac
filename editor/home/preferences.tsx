import { Languages, Monitor, Moon, Sun } from 'lucide-react'
import { chooseScheme, IconButton, Menu, useScheme, type MenuEntry } from '#editor/ui/index.ts'
import { chooseLanguage, uiLanguages, useLocale, useWords } from '#editor/words/use-words.ts'

const schemeIcons = { auto: Monitor, light: Sun, dark: Moon } as const

export function LanguageMenu() {
  const words = useWords()
  return (
    <Menu label={words.common.language} entries={useLanguageEntries()} placement="bottom end">
      <IconButton label={words.common.language} icon={<Languages size={18} aria-hidden />} />
    </Menu>
  )
}

export function SchemeMenu() {
  const words = useWords()
  const Icon = schemeIcons[useScheme().choice]
  return (
    <Menu label={words.common.appearance} entries={useSchemeEntries()} placement="bottom end">
      <IconButton label={words.common.appearance} icon={<Icon size={18} aria-hidden />} />
    </Menu>
  )
}

export function useLanguageEntries(): MenuEntry[] {
  const locale = useLocale()
  return uiLanguages.map(({ id, name }) => ({
    id: `language-${id}`,
    label: name,
    isChosen: id === locale,
    onAction: () => void chooseLanguage(id),
  }))
}

export function useSchemeEntries(): MenuEntry[] {
  const words = useWords()
  const { choice } = useScheme()
  const names = { auto: words.common.schemeAuto, light: words.common.schemeLight, dark: words.common.schemeDark }
  return (['auto', 'light', 'dark'] as const).map((each) => {
    const Icon = schemeIcons[each]
    return {
      id: `scheme-${each}`,
      label: names[each],
      icon: <Icon size={16} aria-hidden />,
      isChosen: each === choice,
      onAction: () => chooseScheme(each),
    }
  })
}
