import { useRef, useState } from 'react'
import { Menu, Popover } from 'react-aria-components'
import { leadOf } from '#editor/state/selection.ts'
import { useWords } from '#editor/words/use-words.ts'
import { nameOfSeveral } from '../commands/edit-commands.ts'
import { useCommandContext } from '../session/use-commands.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { useRoom } from '../use-room.ts'
import { ChoicesContent, MenuContent } from './menu-content.tsx'
import { labelOfChoices, type Choices } from './menu-choices.ts'
import { useMenuEvents } from './use-menu-events.ts'
import '#editor/ui/popover.css'
import './context-menu.css'

/** The menu of what is chosen, where the pointer or the focus is, on a phone a sheet from below; once in the studio. */
export function ContextMenu() {
  useMenuEvents()
  const at = useView((state) => state.menuAt)
  return at ? <OpenMenu key={`${at.x} ${at.y}`} at={at} /> : null
}

function OpenMenu({ at }: { readonly at: { readonly x: number; readonly y: number } }) {
  const { view } = useSession()
  const words = useWords()
  const context = useCommandContext()
  const anchor = useRef<HTMLSpanElement>(null)
  const { selection } = view.getState()
  const label =
    leadOf(view.getState()) === undefined
      ? words.commands.menuOfPage
      : words.commands.menuOfBlock(nameOfSeveral(context, selection))
  const isSheet = useRoom() === 'phone'
  const [choices, setChoices] = useState<Choices | undefined>(undefined)
  const close = () => view.setState({ menuAt: undefined })
  return (
    <>
      <span ref={anchor} className="st-menu-anchor" style={{ left: at.x, top: at.y }} />
      <Popover
        className={`ui-popover st-menu${isSheet ? ' st-menu--sheet' : ''}`}
        aria-label={label}
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        isOpen
        onOpenChange={(isOpen) => (isOpen ? undefined : close())}
      >
        <Menu
          key={choices}
          className="ui-list"
          aria-label={choices === undefined ? label : labelOfChoices(choices, words)}
          autoFocus="first"
          onClose={close}
        >
          {choices === undefined ? (
            <MenuContent context={context} onClose={close} onOpen={isSheet ? setChoices : undefined} />
          ) : (
            <ChoicesContent context={context} choices={choices} onClose={close} onBack={() => setChoices(undefined)} />
          )}
        </Menu>
      </Popover>
    </>
  )
}
