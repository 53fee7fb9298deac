import {
  ArrowDown,
  ArrowUp,
  Copy,
  FileStack,
  Layers,
  Palette,
  Plus,
  Redo2,
  SlidersHorizontal,
  Trash2,
  Undo2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useWords } from '#editor/words/use-words.ts'
import { moveDown, moveUp } from './commands/arrange-commands.ts'
import { deleteSelection, duplicateSelection, redo, undo } from './commands/edit-commands.ts'
import type { StudioCommand } from './commands/studio-command.ts'
import { useCommand } from './session/use-commands.ts'
import { useSession, useView } from './session/use-session.tsx'

/** The studio on a phone: tools for what is selected, else the panels, within reach of a thumb. */
export function PhoneBar() {
  const { view } = useSession()
  const words = useWords()
  const selected = useView((state) => state.selected)
  const open = (panel: 'insert' | 'pages' | 'layers' | 'theme') => view.setState({ panel, selected: undefined })
  return (
    <nav className="st-phone" aria-label={words.studio.panels}>
      {selected === undefined ? (
        <>
          <Tool label={words.studio.panelNames.insert} icon={<Plus size={20} />} onPress={() => open('insert')} />
          <Tool label={words.studio.panelNames.pages} icon={<FileStack size={20} />} onPress={() => open('pages')} />
          <Tool label={words.studio.panelNames.layers} icon={<Layers size={20} />} onPress={() => open('layers')} />
          <Tool label={words.studio.panelNames.theme} icon={<Palette size={20} />} onPress={() => open('theme')} />
          <CommandTool command={undo} icon={<Undo2 size={20} />} />
          <CommandTool command={redo} icon={<Redo2 size={20} />} />
        </>
      ) : (
        <>
          <Tool
            label={words.studio.panelNames.insert}
            icon={<Plus size={20} />}
            onPress={() => view.setState({ panel: 'insert' })}
          />
          <Tool
            label={words.studio.change}
            icon={<SlidersHorizontal size={20} />}
            onPress={() => view.setState({ inspectorOpen: true })}
          />
          <CommandTool command={moveUp} icon={<ArrowUp size={20} />} />
          <CommandTool command={moveDown} icon={<ArrowDown size={20} />} />
          <CommandTool command={duplicateSelection} icon={<Copy size={20} />} />
          <CommandTool command={deleteSelection} icon={<Trash2 size={20} />} />
        </>
      )}
    </nav>
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

function CommandTool({ command, icon }: { readonly command: StudioCommand; readonly icon: ReactNode }) {
  const { label, isEnabled, run } = useCommand(command)
  return <Tool label={label} icon={icon} isDisabled={!isEnabled} onPress={run} />
}
