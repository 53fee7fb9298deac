import { ChevronDown, FileText, House, Minus, Moon, Plus, Smartphone, Sun } from 'lucide-react'
import { Button as PlainButton } from 'react-aria-components'
import { Menu } from '#editor/ui/menu.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { choiceEntry } from '../commands/command-entry.ts'
import { goToPage } from '../commands/go-commands.ts'
import { deviceCommands, seeOtherScheme, zoomIn, zoomOut, zoomToOriginal } from '../commands/view-commands.ts'
import { CommandButton } from '../session/command-button.tsx'
import { useCommand, useCommandContext } from '../session/use-commands.ts'
import { usePages, useSession, useTopic, useView } from '../session/use-session.tsx'

/** What the canvas shows: which page, how wide a phone, how large, light or dark. */
export function CanvasView() {
  const { program } = useSession()
  const words = useWords()
  const pages = usePages()
  const pageId = useView((state) => state.pageId)
  const widthPx = useView((state) => state.widthPx)
  const zoom = useView((state) => state.zoom)
  const scheme = useView((state) => state.scheme)
  useTopic('theme')
  const isChosenByPhone = program.theme.scheme !== 'light' && program.theme.scheme !== 'dark'
  const original = useCommand(zoomToOriginal)
  const context = useCommandContext()
  const page = pages.find(({ id }) => id === pageId)
  const title = page?.title ?? (pageId === undefined ? undefined : program.section(pageId)?.name) ?? ''
  return (
    <div className="st-top__view">
      <Menu
        label={words.studio.pages}
        entries={pages.map(({ id, title, isHome }) => ({
          id,
          label: title,
          icon: isHome ? <House size={16} aria-hidden /> : <FileText size={16} aria-hidden />,
          isChosen: id === pageId,
          onAction: () => goToPage(id, title).run(context),
        }))}
      >
        <PlainButton className="st-picker" aria-label={words.studio.pageShown(title)}>
          {page?.isHome ? <House size={16} aria-hidden /> : <FileText size={16} aria-hidden />}
          <span className="st-picker__text">{title}</span>
          <ChevronDown size={14} aria-hidden />
        </PlainButton>
      </Menu>
      <span className="st-top__device">
        <Menu label={words.studio.deviceWidth} entries={deviceCommands.map((command) => choiceEntry(command, context))}>
          <PlainButton className="st-picker" aria-label={`${words.studio.deviceWidth}: ${widthPx} px`}>
            <Smartphone size={16} aria-hidden />
            <span className="ui-tabular">{widthPx}</span>
            <ChevronDown size={14} aria-hidden />
          </PlainButton>
        </Menu>
        <CommandButton command={zoomOut} icon={<Minus size={16} />} />
        <PlainButton
          className="st-picker st-picker--zoom ui-tabular"
          aria-label={`${Math.round(zoom * 100)}%: ${original.label}`}
          onPress={original.run}
        >
          {Math.round(zoom * 100)}%
        </PlainButton>
        <CommandButton command={zoomIn} icon={<Plus size={16} />} />
        {isChosenByPhone ? (
          <CommandButton command={seeOtherScheme} icon={scheme === 'dark' ? <Sun size={16} /> : <Moon size={16} />} />
        ) : null}
      </span>
    </div>
  )
}
