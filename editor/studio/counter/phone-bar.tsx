import {
  ArrowDownUp,
  Camera,
  ClipboardPaste,
  Copy,
  FileStack,
  Images,
  ListChecks,
  MessageSquare,
  MessageSquarePlus,
  MoreHorizontal,
  Move,
  Palette,
  Plus,
  Redo2,
  SlidersHorizontal,
  Store,
  Trash2,
  Undo2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import type { NodeId } from '#model/ids.ts'
import { leadOf } from '#editor/state/selection.ts'
import type { Panel } from '#editor/state/view-state.ts'
import { Menu, type MenuEntry } from '#editor/ui/menu.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { pasteHere } from '../commands/clipboard-commands.ts'
import { commandEntry } from '../commands/command-entry.ts'
import { deleteSelection, duplicateSelection, redo, undo } from '../commands/edit-commands.ts'
import { panelCommands } from '../commands/go-commands.ts'
import { placeByTap } from '../commands/pick-up-commands.ts'
import type { StudioCommand } from '../commands/studio-command.ts'
import { commentMode, commentOnSelection, openComments } from '../comments/comment-commands.ts'
import { insertPictureFiles, pictureFieldOf } from '../pictures/insert-picture-files.ts'
import { useCommand, useCommandContext } from '../session/use-commands.ts'
import { useNodeType, useSession, useView } from '../session/use-session.tsx'

/** The studio on a phone: what is done at the counter, within reach of a thumb; tools for what is chosen when it is. */
export function PhoneBar() {
  const words = useWords()
  const selected = useView(leadOf)
  return (
    <nav className="st-phone" data-area aria-label={words.studio.panels}>
      {selected === undefined ? <PageTools /> : <BlockTools id={selected} />}
    </nav>
  )
}

function PageTools() {
  const words = useWords()
  const context = useCommandContext()
  const { isEnabled: canPaste } = useCommand(pasteHere)
  const { isEnabled: canRedo } = useCommand(redo)
  const tool = (panel: Panel, icon: ReactNode, label = words.studio.panelNames[panel]) => (
    <CommandTool command={panelCommands[panel]} label={label} icon={icon} />
  )
  const entry = (command: StudioCommand, icon: ReactNode, rest: Partial<MenuEntry> = {}): MenuEntry => {
    const { keys: _none, ...own } = commandEntry(command, context)
    return { ...own, icon, ...rest }
  }
  const panel = (name: Panel, icon: ReactNode) =>
    entry(panelCommands[name], icon, { label: words.studio.panelNames[name] })
  return (
    <>
      {tool('insert', <Plus size={20} />)}
      {tool('layers', <ArrowDownUp size={20} />, words.counter.orderShort)}
      {tool('shop', <Store size={20} />)}
      {tool('pages', <FileStack size={20} />)}
      <CommandTool command={undo} label={words.common.undo} icon={<Undo2 size={20} />} />
      <Menu
        label={words.common.more}
        placement="top end"
        entries={[
          panel('theme', <Palette size={18} />),
          panel('pictures', <Images size={18} />),
          panel('checks', <ListChecks size={18} />),
          entry(openComments, <MessageSquare size={18} />, { label: words.comments.title, startsGroup: true }),
          entry(commentMode, <MessageSquarePlus size={18} />, { label: words.comments.mode }),
          entry(pasteHere, <ClipboardPaste size={18} />, { isDisabled: !canPaste, startsGroup: true }),
          entry(redo, <Redo2 size={18} />, { isDisabled: !canRedo }),
        ]}
      >
        <Button className="st-phone__tool">
          <MoreHorizontal size={20} />
          <span>{words.common.more}</span>
        </Button>
      </Menu>
    </>
  )
}

/** What is done most is one tap away, and all that can be done with the block in the menu behind "More". */
function BlockTools({ id }: { readonly id: NodeId }) {
  const { view, canEdit } = useSession()
  const words = useWords()
  return (
    <>
      <Tool
        label={words.studio.change}
        icon={<SlidersHorizontal size={20} />}
        onPress={() => view.setState({ inspectorOpen: true })}
      />
      <PhotoTool id={id} />
      <CommandTool command={placeByTap} label={words.canvas.move} icon={<Move size={20} />} />
      <CommandTool command={duplicateSelection} icon={<Copy size={20} />} />
      <CommandTool command={deleteSelection} icon={<Trash2 size={20} />} />
      {canEdit ? null : (
        <CommandTool
          command={commentOnSelection}
          label={words.comments.sayLabel}
          icon={<MessageSquarePlus size={20} />}
        />
      )}
      <CommandTool command={panelCommands.insert} label={words.studio.panelNames.insert} icon={<Plus size={20} />} />
      <Button
        className="st-phone__tool"
        aria-haspopup="menu"
        onPress={({ target }) => {
          const { left, top } = target.getBoundingClientRect()
          view.setState({ menuAt: { x: left, y: top } })
        }}
      >
        <MoreHorizontal size={20} />
        <span>{words.common.more}</span>
      </Button>
    </>
  )
}

/** A block with a picture gets a new one straight from the camera. */
function PhotoTool({ id }: { readonly id: NodeId }) {
  const session = useSession()
  const words = useWords()
  useNodeType(id)
  if (!session.canEdit || pictureFieldOf(session.program, session.blocks, id) === undefined) return null
  return (
    <FileTrigger
      acceptedFileTypes={['image/*']}
      defaultCamera="environment"
      onSelect={(files) => void insertPictureFiles(session, [...(files ?? [])].slice(0, 1), { replace: id })}
    >
      <Button className="st-phone__tool">
        <Camera size={20} />
        <span>{words.counter.takePhoto}</span>
      </Button>
    </FileTrigger>
  )
}

interface ToolProps {
  readonly label: string
  readonly icon: ReactNode
  readonly isDisabled?: boolean
  readonly onPress: () => void
}

function Tool({ label, icon, isDisabled, onPress }: ToolProps) {
  return (
    <Button className="st-phone__tool" isDisabled={isDisabled} onPress={onPress}>
      {icon}
      <span>{label}</span>
    </Button>
  )
}

interface CommandToolProps {
  readonly command: StudioCommand
  readonly icon: ReactNode
  /** Shorter than the command's own. */
  readonly label?: string
}

function CommandTool({ command, icon, label: short }: CommandToolProps) {
  const { label, isEnabled, run } = useCommand(command)
  return <Tool label={short ?? label} icon={icon} isDisabled={!isEnabled} onPress={run} />
}
