import { ArrowLeft, ArrowRight, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { Button as PlainButton } from 'react-aria-components'
import type { PageRecord, PageTab } from '#model/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { Popover } from '#editor/ui/popover.tsx'
import { TextField } from '#editor/ui/text-field.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { createTypingGesture } from '../canvas/typing-gesture.ts'
import { showHotkey } from '../commands/hotkey.ts'
import { isMac } from '../commands/is-mac.ts'
import { ownKeys } from '../commands/own-keys.ts'
import { IconPicker } from '../inspector/icon-editor.tsx'
import { SetIcon } from '../session/block-icon.tsx'
import { useSession } from '../session/use-session.tsx'
import { placeTab, setTab } from './page-actions.ts'
import { MOST_TAB_LETTERS } from './page-limits.ts'

interface TabItemProps {
  readonly page: PageRecord
  readonly tab: PageTab
  readonly at: number
  readonly count: number
}

/** One tab as it is drawn on the phone, and what can be changed about it. */
export function TabItem({ page, tab, at, count }: TabItemProps) {
  const session = useSession()
  const { pages: words } = useWords()
  const gesture = useMemo(() => createTypingGesture(performance), [])
  const { canEdit } = session
  const label = tab.label || page.title
  return (
    <>
      <Popover
        label={words.editTab(label)}
        placement="top"
        widthPx={248}
        trigger={
          <PlainButton className="st-tab__button" aria-label={words.editTab(label)}>
            <SetIcon name={tab.icon} size={20} />
            <span className="st-tab__label">{label}</span>
          </PlainButton>
        }
      >
        {(close) => (
          <div className="st-tab__editor">
            <TextField
              label={words.tabLabel}
              value={tab.label}
              placeholder={page.title}
              maxLength={MOST_TAB_LETTERS}
              isReadOnly={!canEdit}
              onChange={(text) => setTab(session, page.id, { ...tab, label: text }, gesture.of(`${page.id}/tab`))}
            />
            <IconPicker
              label={words.tabIcon}
              value={tab.icon}
              isDisabled={!canEdit}
              onChange={(icon) => setTab(session, page.id, { ...tab, icon })}
            />
            <div className="st-tab__tools">
              <IconButton
                size="small"
                label={words.tabLeft}
                keys={showHotkey(ownKeys.tabs.left[0], isMac)}
                icon={<ArrowLeft size={16} />}
                isDisabled={!canEdit || at === 0}
                onPress={() => placeTab(session, page.id, at - 1)}
              />
              <IconButton
                size="small"
                label={words.tabRight}
                keys={showHotkey(ownKeys.tabs.right[0], isMac)}
                icon={<ArrowRight size={16} />}
                isDisabled={!canEdit || at === count - 1}
                onPress={() => placeTab(session, page.id, at + 1)}
              />
              <Button
                size="small"
                variant="danger"
                icon={<Trash2 size={14} aria-hidden />}
                isDisabled={!canEdit}
                onPress={() => {
                  close()
                  setTab(session, page.id, null)
                }}
              >
                {words.removeTab}
              </Button>
            </div>
          </div>
        )}
      </Popover>
      <PlainButton slot="drag" className="st-tab__grip" aria-label={words.dragTab(label)} />
    </>
  )
}
