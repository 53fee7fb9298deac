import { Plus, TriangleAlert } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { tabPagesOf } from '#model/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { Menu } from '#editor/ui/menu.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { matchesHotkey, type Hotkey } from '../commands/hotkey.ts'
import { isMac } from '../commands/is-mac.ts'
import { ownKeys } from '../commands/own-keys.ts'
import { usePages, useSession } from '../session/use-session.tsx'
import { indexAfterDrop } from './index-after-drop.ts'
import { placeTab, setTab } from './page-actions.ts'
import { MOST_TABS, MOST_TAB_LETTERS } from './page-limits.ts'
import { TabItem } from './tab-item.tsx'
import { iconForPage } from './icon-for-page.ts'
import './tab-bar.css'

/** The bar as visitors have it at the bottom of the phone: press a tab to change it, drag it along the bar. */
export function TabBarEditor() {
  const session = useSession()
  const { pages: words } = useWords()
  const pages = usePages()
  const tabs = tabPagesOf(pages)
  const { canEdit } = session
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !canEdit,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const [key] = keys
      const id = tabs.find((tab) => tab.id === key)?.id
      if (id !== undefined) placeTab(session, id, indexAfterDrop(tabs, id, target))
    },
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[role=row]') : null
    const at = tabs.findIndex(({ id }) => id === row?.dataset.key)
    const { left, right } = ownKeys.tabs
    const isPressed = (hotkey: Hotkey) => matchesHotkey(hotkey, event, isMac)
    const step = left.some(isPressed) ? -1 : right.some(isPressed) ? 1 : 0
    const tab = tabs[at]
    if (!tab || step === 0 || !canEdit) return
    event.preventDefault()
    event.stopPropagation()
    if (tabs[at + step]) placeTab(session, tab.id, at + step)
  }
  const without = pages.filter((page) => page.tab === null && !page.isHidden)
  return (
    <section className="st-tabs" aria-label={words.tabBar}>
      <header className="st-tabs__head">
        <h3 className="st-tabs__title">{words.tabBar}</h3>
        <span className="ui-tabular">{words.tabsOf(tabs.length, MOST_TABS)}</span>
      </header>
      {tabs.length === 0 ? (
        <p className="ui-field__help">{words.tabBarEmpty}</p>
      ) : (
        <div onKeyDownCapture={onKeyDown}>
          <GridList
            aria-label={words.tabBar}
            className="st-tabs__bar"
            layout="grid"
            items={tabs}
            dependencies={[canEdit, words]}
            dragAndDropHooks={dragAndDropHooks}
          >
            {(page) => (
              <GridListItem id={page.id} textValue={page.tab.label || page.title} className="st-tab">
                <TabItem
                  page={page}
                  tab={page.tab}
                  at={tabs.findIndex(({ id }) => id === page.id)}
                  count={tabs.length}
                />
              </GridListItem>
            )}
          </GridList>
        </div>
      )}
      {tabs.length > MOST_TABS ? (
        <p className="st-tabs__warning">
          <TriangleAlert size={14} aria-hidden />
          {words.tooManyTabs(MOST_TABS)}
        </p>
      ) : null}
      {tabs.length < MOST_TABS && without.length > 0 ? (
        <Menu
          label={words.addTab}
          entries={without.map((page) => ({
            id: page.id,
            label: page.title,
            onAction: () =>
              setTab(session, page.id, { label: page.title.slice(0, MOST_TAB_LETTERS), icon: iconForPage(page) }),
          }))}
        >
          <Button size="small" icon={<Plus size={14} aria-hidden />} isDisabled={!canEdit}>
            {words.addTab}
          </Button>
        </Menu>
      ) : null}
    </section>
  )
}
