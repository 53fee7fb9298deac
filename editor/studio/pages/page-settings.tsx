import { useMemo } from 'react'
import { changePage, type PageRecord } from '#model/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { Switch } from '#editor/ui/switch.tsx'
import { TextField } from '#editor/ui/text-field.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { createTypingGesture } from '../canvas/typing-gesture.ts'
import { IconPicker } from '../inspector/icon-editor.tsx'
import { usePages, useSession } from '../session/use-session.tsx'

/** A tab bar with more gets too small for thumbs; WeChat and Alipay allow no more either. */
const MOST_TABS = 5

export function PageSettings({ page }: { readonly page: PageRecord }) {
  const session = useSession()
  const words = useWords()
  const gesture = useMemo(() => createTypingGesture(performance), [])
  const tabs = usePages().filter(({ tab }) => tab !== null).length
  const { studio } = words
  const isDisabled = !session.canEdit
  const change = (facts: Parameters<typeof changePage>[2], what?: string) =>
    session.edit(
      'change-page',
      (program) => changePage(program, page.id, facts),
      what && gesture.of(`${page.id}/${what}`),
    )
  const { tab } = page
  return (
    <>
      <TextField
        label={studio.pageTitle}
        value={page.title}
        maxLength={40}
        onChange={(title) => change({ title }, 'title')}
        isReadOnly={isDisabled}
      />
      <Switch
        label={studio.showInTabBar}
        help={tab === null && tabs >= MOST_TABS ? studio.tabBarFull(MOST_TABS) : undefined}
        isSelected={tab !== null}
        isDisabled={isDisabled || (tab === null && tabs >= MOST_TABS)}
        onChange={(isOn) =>
          change({ tab: isOn ? { label: page.title.slice(0, 8), icon: page.isHome ? 'home' : 'star' } : null })
        }
      />
      {tab ? (
        <div className="st-page__tab">
          <TextField
            label={studio.tabLabel}
            value={tab.label}
            maxLength={8}
            onChange={(label) => change({ tab: { ...tab, label } }, 'tab')}
            isReadOnly={isDisabled}
          />
          <IconPicker
            label={studio.tabIcon}
            value={tab.icon}
            onChange={(icon) => change({ tab: { ...tab, icon } })}
            isDisabled={isDisabled}
          />
        </div>
      ) : null}
      {page.isHome ? (
        <p className="ui-field__help">{studio.isHomePage}</p>
      ) : (
        <Button size="small" isDisabled={isDisabled} onPress={() => change({ slug: '' })}>
          {studio.makeHomePage}
        </Button>
      )}
    </>
  )
}
