import { ArrowLeft, ClipboardList, Eye, MoreHorizontal, Redo2, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link, navigate, paths } from '#editor/router.tsx'
import { Avatar } from '#editor/ui/avatar.tsx'
import { Button } from '#editor/ui/button.tsx'
import { IconButton, IconToggle } from '#editor/ui/icon-button.tsx'
import { Menu } from '#editor/ui/menu.tsx'
import { chooseScheme, useScheme, type SchemeChoice } from '#editor/ui/scheme.ts'
import { Tooltip } from '#editor/ui/tooltip.tsx'
import { chooseLanguage, uiLanguages, useLanguage, useWords } from '#editor/words/use-words.ts'
import { redo, undo } from '../commands/edit-commands.ts'
import type { StudioCommand } from '../commands/studio-command.ts'
import { showHelp } from '../commands/view-commands.ts'
import { useCommand } from '../session/use-commands.ts'
import { usePeople } from '../session/use-presence.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { CanvasView } from './canvas-view.tsx'
import { ProgramName } from './program-name.tsx'
import { SaveStateWords } from './save-state-words.tsx'
import './top-bar.css'

export function TopBar() {
  const { view, facts } = useSession()
  const words = useWords()
  const previewOpen = useView((state) => state.previewOpen)
  return (
    <header className="st-top">
      <div className="st-top__left">
        <Link to={paths.home} className="ui-icon-button" aria-label={words.common.toPrograms}>
          <ArrowLeft size={18} aria-hidden />
        </Link>
        <ProgramName />
        <SaveStateWords />
      </div>
      <CanvasView />
      <div className="st-top__right">
        <People />
        <div className="st-top__undo">
          <CommandButton command={undo} icon={<Undo2 size={18} />} />
          <CommandButton command={redo} icon={<Redo2 size={18} />} />
        </div>
        <span className="st-top__wide">
          <IconButton
            label={words.studio.toConsole}
            icon={<ClipboardList size={18} />}
            onPress={() => navigate(paths.console(facts.id))}
          />
        </span>
        <IconToggle
          label={words.studio.preview}
          keys="P"
          icon={<Eye size={18} />}
          isSelected={previewOpen}
          onChange={(isOpen) => view.setState({ previewOpen: isOpen })}
        />
        <More />
        <Button variant="primary" onPress={() => view.setState({ publishOpen: true })}>
          {words.studio.publish}
        </Button>
      </div>
    </header>
  )
}

function CommandButton({ command, icon }: { readonly command: StudioCommand; readonly icon: ReactNode }) {
  const { label, keys, isEnabled, run } = useCommand(command)
  return <IconButton label={label} keys={keys} icon={icon} isDisabled={!isEnabled} onPress={run} />
}

/** More than these fold into a figure. */
const FACES = 4

function People() {
  const words = useWords()
  const people = usePeople()
  if (people.length === 0) return null
  const more = people.slice(FACES)
  return (
    <div
      className="st-top__people"
      role="group"
      aria-label={words.studio.peopleHere(people.length + 1)}
      data-testid="people"
    >
      {people.slice(0, FACES).map(({ name, colour }) => (
        <Avatar key={`${name}${colour}`} name={name} colour={colour} />
      ))}
      {more.length > 0 ? (
        <Tooltip text={more.map(({ name }) => name).join(', ')}>
          <Button size="small" variant="plain">{`+${more.length}`}</Button>
        </Tooltip>
      ) : null}
    </div>
  )
}

function More() {
  const words = useWords()
  const { facts } = useSession()
  const language = useLanguage()
  const { choice } = useScheme()
  const help = useCommand(showHelp)
  const schemes: readonly (readonly [SchemeChoice, string])[] = [
    ['auto', words.common.schemeAuto],
    ['light', words.common.schemeLight],
    ['dark', words.common.schemeDark],
  ]
  return (
    <Menu
      label={words.common.more}
      placement="bottom end"
      entries={[
        { id: 'console', label: words.studio.toConsole, onAction: () => navigate(paths.console(facts.id)) },
        { id: 'help', label: help.label, keys: help.keys, onAction: help.run },
        ...uiLanguages.map(({ id, name }, at) => ({
          id: `language-${id}`,
          label: name,
          isChosen: id === language,
          startsGroup: at === 0,
          onAction: () => chooseLanguage(id),
        })),
        ...schemes.map(([id, label], at) => ({
          id: `scheme-${id}`,
          label,
          isChosen: id === choice,
          startsGroup: at === 0,
          onAction: () => chooseScheme(id),
        })),
      ]}
    >
      <IconButton label={words.common.more} icon={<MoreHorizontal size={18} />} />
    </Menu>
  )
}
