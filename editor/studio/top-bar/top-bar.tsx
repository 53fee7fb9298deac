import {
  ArrowLeft,
  CircleQuestionMark,
  ClipboardList,
  Command,
  Eye,
  History,
  MoreHorizontal,
  Redo2,
  Undo2,
  UserPlus,
} from 'lucide-react'
import { Link, paths } from '#editor/router.tsx'
import { Button } from '#editor/ui/button.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { Menu } from '#editor/ui/menu.tsx'
import { useScheme } from '#editor/ui/scheme.ts'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import { redo, undo } from '../commands/edit-commands.ts'
import type { StudioCommand } from '../commands/studio-command.ts'
import { choiceEntry, commandEntry } from '../commands/command-entry.ts'
import {
  languageCommands,
  openConsole,
  openPublish,
  schemeCommands,
  shareProgram,
  takeTour,
} from '../commands/go-commands.ts'
import { openFinder, openHistory, showHelp, togglePreview } from '../commands/view-commands.ts'
import { PhoneButton } from '../phone-preview/phone-button.tsx'
import { CommandButton, CommandToggle } from '../session/command-button.tsx'
import { useCommand, useCommandContext } from '../session/use-commands.ts'
import { may } from '#platform/contract/rights.ts'
import { People } from '../presence/people.tsx'
import { useSession, useView } from '../session/use-session.tsx'
import { useRoom } from '../use-room.ts'
import { CommentsButton } from '../comments/comments-button.tsx'
import { openComments } from '../comments/comment-commands.ts'
import { CanvasView } from './canvas-view.tsx'
import { ProgramName } from './program-name.tsx'
import { SaveStateWords } from './save-state-words.tsx'
import './top-bar.css'

export function TopBar() {
  const { facts } = useSession()
  const words = useWords()
  const previewOpen = useView((state) => state.previewOpen)
  const historyOpen = useView((state) => state.historyOpen)
  const publish = useCommand(openPublish)
  const canPublish = may(facts.role, 'publish')
  const isPhone = useRoom() === 'phone'
  return (
    <header className="st-top" data-area>
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
        <CommentsButton />
        {isPhone ? null : <CommandButton command={shareProgram} icon={<UserPlus size={18} />} />}
        <div className="st-top__undo">
          <CommandButton command={undo} icon={<Undo2 size={18} />} />
          <CommandButton command={redo} icon={<Redo2 size={18} />} />
        </div>
        <span className="st-top__wide">
          <CommandToggle command={openHistory} icon={<History size={18} />} isSelected={historyOpen} />
          <span className="st-top__widest">
            <CommandButton command={openFinder} icon={<Command size={18} />} />
          </span>
          <CommandButton command={showHelp} icon={<CircleQuestionMark size={18} />} />
          <CommandButton command={openConsole} icon={<ClipboardList size={18} />} />
        </span>
        <span className="st-top__phone">
          <PhoneButton />
        </span>
        <CommandToggle command={togglePreview} icon={<Eye size={18} />} isSelected={previewOpen} />
        <More isPhone={isPhone} />
        <span data-tour="publish">
          <Button
            variant="primary"
            {...(canPublish ? {} : { 'aria-label': words.comments.askToPublish })}
            onPress={publish.run}
          >
            {canPublish ? words.studio.publish : isPhone ? words.comments.askShort : words.comments.askToPublish}
          </Button>
        </span>
      </div>
    </header>
  )
}

function More({ isPhone }: { readonly isPhone: boolean }) {
  const words = useWords()
  const context = useCommandContext()
  // Which of them are chosen.
  useLocale()
  useScheme()
  const entry = (command: StudioCommand) => commandEntry(command, context)
  const choices = (commands: readonly StudioCommand[]) =>
    commands.map((command, at) => ({ ...choiceEntry(command, context), startsGroup: at === 0 }))
  return (
    <Menu
      label={words.common.more}
      placement="bottom end"
      entries={[
        entry(openConsole),
        ...(isPhone ? [entry(shareProgram)] : []),
        entry(openHistory),
        entry(openComments),
        entry(openFinder),
        entry(showHelp),
        entry(takeTour),
        ...choices(languageCommands),
        ...choices(schemeCommands),
      ]}
    >
      <IconButton label={words.common.more} icon={<MoreHorizontal size={18} />} />
    </Menu>
  )
}
