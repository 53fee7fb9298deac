import { ChevronLeft } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { changePage, type PageRecord } from '#model/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { Switch } from '#editor/ui/switch.tsx'
import { TextField } from '#editor/ui/text-field.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { createTypingGesture } from '../canvas/typing-gesture.ts'
import { useSession } from '../session/use-session.tsx'
import { AddressField } from './address-field.tsx'
import { MOST_TITLE_LETTERS } from './page-limits.ts'
import { changeSettings, setHidden, setHome } from './page-actions.ts'
import { ShareSettings } from './share-settings.tsx'
import './page-settings.css'

/** Everything a page says of itself: to visitors, to those it is shared with, to search engines. */
export function PageSettings({ page, onBack }: { readonly page: PageRecord; readonly onBack: () => void }) {
  const session = useSession()
  const { pages: words } = useWords()
  const gesture = useMemo(() => createTypingGesture(performance), [])
  const isReadOnly = !session.canEdit
  return (
    <div className="st-page-settings">
      <Button variant="plain" size="small" autoFocus icon={<ChevronLeft size={16} aria-hidden />} onPress={onBack}>
        {words.back}
      </Button>
      <section className="st-page-settings__group" aria-label={words.settings}>
        <TextField
          label={words.title}
          value={page.title}
          maxLength={MOST_TITLE_LETTERS}
          isReadOnly={isReadOnly}
          onChange={(title) =>
            session.edit('change-page', (program) => changePage(program, page.id, { title }), gesture.of(page.id))
          }
        />
        <AddressField page={page} />
        <Switch
          label={words.visible}
          help={page.isHome ? words.homeIsVisible : words.visibleHelp}
          isSelected={!page.isHidden}
          isDisabled={isReadOnly || page.isHome}
          onChange={(isVisible) => setHidden(session, page, !isVisible)}
        />
        {page.isHome ? null : (
          <Button size="small" isDisabled={isReadOnly} onPress={() => setHome(session, page)}>
            {words.makeHome}
          </Button>
        )}
      </section>
      <Group title={words.sharing}>
        <ShareSettings page={page} />
      </Group>
      <Group title={words.searching}>
        <TextField
          label={words.searchWords}
          help={words.searchWordsHelp}
          value={page.settings.searchWords ?? ''}
          maxLength={200}
          isReadOnly={isReadOnly}
          onChange={(searchWords) => changeSettings(session, page.id, { searchWords }, gesture.of(`${page.id}/search`))}
        />
        <Switch
          label={words.unlisted}
          help={words.unlistedHelp}
          isSelected={page.settings.unlisted ?? false}
          isDisabled={isReadOnly}
          onChange={(unlisted) => changeSettings(session, page.id, { unlisted: unlisted || null })}
        />
      </Group>
    </div>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="st-page-settings__group" aria-label={title}>
      <h3 className="st-page-settings__title">{title}</h3>
      {children}
    </section>
  )
}
