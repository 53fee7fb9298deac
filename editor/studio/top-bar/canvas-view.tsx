import { ChevronDown, FileText, House, Minus, Moon, Plus, Smartphone, Sun } from 'lucide-react'
import { Button as PlainButton } from 'react-aria-components'
import { deviceWidthsPx } from '#editor/state/view-state.ts'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { Menu } from '#editor/ui/menu.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { zoomIn, zoomOut } from '../commands/view-commands.ts'
import { useCommand } from '../session/use-commands.ts'
import { usePages, useSession, useTopic, useView } from '../session/use-session.tsx'

/** What the canvas shows: which page, how wide a phone, how large, light or dark. */
export function CanvasView() {
  const { view, program } = useSession()
  const words = useWords()
  const pages = usePages()
  const pageId = useView((state) => state.pageId)
  const widthPx = useView((state) => state.widthPx)
  const zoom = useView((state) => state.zoom)
  const scheme = useView((state) => state.scheme)
  useTopic('theme')
  const isChosenByPhone = program.theme.scheme !== 'light' && program.theme.scheme !== 'dark'
  const larger = useCommand(zoomIn)
  const smaller = useCommand(zoomOut)
  const page = pages.find(({ id }) => id === pageId)
  return (
    <div className="st-top__view">
      <Menu
        label={words.studio.pages}
        entries={pages.map(({ id, title, isHome }) => ({
          id,
          label: title,
          icon: isHome ? <House size={16} aria-hidden /> : <FileText size={16} aria-hidden />,
          isChosen: id === pageId,
          onAction: () => view.setState({ pageId: id, selected: undefined, hovered: undefined, typing: undefined }),
        }))}
      >
        <PlainButton className="st-picker" aria-label={words.studio.pageShown(page?.title ?? '')}>
          {page?.isHome ? <House size={16} aria-hidden /> : <FileText size={16} aria-hidden />}
          <span className="st-picker__text">{page?.title}</span>
          <ChevronDown size={14} aria-hidden />
        </PlainButton>
      </Menu>
      <span className="st-top__device">
        <Menu
          label={words.studio.deviceWidth}
          entries={deviceWidthsPx.map((width) => ({
            id: String(width),
            label: words.studio.devices[width],
            keys: `${width} px`,
            isChosen: width === widthPx,
            onAction: () => view.setState({ widthPx: width }),
          }))}
        >
          <PlainButton className="st-picker" aria-label={`${words.studio.deviceWidth}: ${widthPx} px`}>
            <Smartphone size={16} aria-hidden />
            <span className="ui-tabular">{widthPx}</span>
            <ChevronDown size={14} aria-hidden />
          </PlainButton>
        </Menu>
        <IconButton
          label={smaller.label}
          keys={smaller.keys}
          icon={<Minus size={16} />}
          isDisabled={!smaller.isEnabled}
          onPress={smaller.run}
        />
        <PlainButton
          className="st-picker st-picker--zoom ui-tabular"
          aria-label={`${Math.round(zoom * 100)}%: ${words.studio.zoomReset}`}
          onPress={() => view.setState({ zoom: 1 })}
        >
          {Math.round(zoom * 100)}%
        </PlainButton>
        <IconButton
          label={larger.label}
          keys={larger.keys}
          icon={<Plus size={16} />}
          isDisabled={!larger.isEnabled}
          onPress={larger.run}
        />
        {isChosenByPhone ? (
          <IconButton
            label={scheme === 'dark' ? words.studio.seeLight : words.studio.seeDark}
            icon={scheme === 'dark' ? <Sun size={16} /> : <Moon size={16} />}
            onPress={() => view.setState({ scheme: scheme === 'dark' ? 'light' : 'dark' })}
          />
        ) : null}
      </span>
    </div>
  )
}
