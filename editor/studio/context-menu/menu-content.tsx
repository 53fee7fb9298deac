import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Menu, MenuItem, MenuSection, Popover, Separator, SubmenuTrigger } from 'react-aria-components'
import { leadOf } from '#editor/state/selection.ts'
import { onceClosed } from '../command-palette/once-closed.ts'
import { showHotkey } from '../commands/hotkey.ts'
import { commands } from '../commands/registry.ts'
import { menuParts, type CommandContext, type MenuPart, type StudioCommand } from '../commands/studio-command.ts'
import { BlockIcon } from '../session/block-icon.tsx'
import { isMac } from '../session/use-commands.ts'
import { choicesOf, labelOfChoices, type Choice, type Choices } from './menu-choices.ts'

interface MenuContentProps {
  readonly context: CommandContext
  readonly onClose: () => void
  /** Shows further choices instead of the menu, where there is no room beside it. */
  readonly onOpen?: ((choices: Choices) => void) | undefined
}

/**
 * All commands that stand in the menu, by part. What cannot be done is greyed, so that everything keeps its place; where
 * there is little room it is left out.
 */
export function MenuContent({ context, onClose, onOpen }: MenuContentProps) {
  const hasSelection = leadOf(context.view.getState()) !== undefined
  const parts = hasSelection ? menuParts : (['clipboard'] as const)
  const isShown = (command: StudioCommand) => onOpen === undefined || command.isEnabled(context)
  return parts
    .map((part) => ({ part, items: itemsOf(part).filter(isShown) }))
    .filter(({ items }) => items.length > 0)
    .map(({ part, items }, at) => (
      <MenuSection key={part}>
        {at > 0 ? <Separator className="ui-list__separator" /> : null}
        {items.map((command) => (
          <CommandItem key={command.name} command={command} context={context} />
        ))}
        {part === 'arrange' ? further('move-to-page', context, onClose, onOpen) : null}
        {part === 'state' ? further('select-in', context, onClose, onOpen) : null}
      </MenuSection>
    ))
}

/** Further choices in the place of the menu, with the way back to it. */
export function ChoicesContent({
  context,
  choices,
  onClose,
  onBack,
}: Pick<MenuContentProps, 'context' | 'onClose'> & { readonly choices: Choices; readonly onBack: () => void }) {
  const label = labelOfChoices(choices, context.words)
  return [
    <MenuItem
      key="back"
      id="back"
      className="ui-list__item st-menu__back"
      textValue={context.words.commands.backToMenu(label)}
      aria-label={context.words.commands.backToMenu(label)}
      shouldCloseOnSelect={false}
      onAction={onBack}
    >
      <ChevronLeft size={16} aria-hidden />
      <span className="ui-list__text">{label}</span>
    </MenuItem>,
    ...choicesOf(choices, context).map((choice) => choiceItem(choice, onClose)),
  ]
}

function CommandItem({ command, context }: { readonly command: StudioCommand; readonly context: CommandContext }) {
  const [hotkey] = command.hotkeys
  const label = command.label(context.words, context)
  return (
    <MenuItem
      id={command.name}
      className={`ui-list__item${command.menu === 'delete' ? ' ui-list__item--danger' : ''}`}
      textValue={label}
      isDisabled={!command.isEnabled(context)}
      onAction={() => onceClosed(() => command.run(context))}
    >
      <span className="ui-list__text">{label}</span>
      {hotkey === undefined ? null : <kbd className="ui-list__keys">{showHotkey(hotkey, isMac)}</kbd>}
    </MenuItem>
  )
}

/** The entry that leads to further choices: beside it, or in place of the menu. */
function further(choices: Choices, context: CommandContext, onClose: () => void, onOpen: MenuContentProps['onOpen']) {
  const label = labelOfChoices(choices, context.words)
  const found = choicesOf(choices, context)
  const entry = (
    <MenuItem
      key={choices}
      id={choices}
      className="ui-list__item"
      textValue={label}
      isDisabled={found.length === 0}
      {...(onOpen && { shouldCloseOnSelect: false, onAction: () => onOpen(choices) })}
    >
      <span className="ui-list__text">{label}</span>
      <ChevronRight size={14} aria-hidden />
    </MenuItem>
  )
  if (onOpen) return found.length === 0 ? null : entry
  return (
    <SubmenuTrigger>
      {entry}
      <Popover className="ui-popover st-menu" offset={-2}>
        <Menu className="ui-list" aria-label={label}>
          {found.map((choice) => choiceItem(choice, onClose))}
        </Menu>
      </Popover>
    </SubmenuTrigger>
  )
}

function choiceItem({ id, label, type, run }: Choice, onClose: () => void) {
  return (
    <MenuItem
      key={id}
      id={id}
      className="ui-list__item"
      textValue={label}
      onAction={() => {
        onClose()
        onceClosed(run)
      }}
    >
      {type === undefined ? null : <BlockIcon type={type} size={16} />}
      <span className="ui-list__text">{label}</span>
    </MenuItem>
  )
}

function itemsOf(part: MenuPart): readonly StudioCommand[] {
  return commands.filter(({ menu }) => menu === part)
}
