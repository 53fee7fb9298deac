import { FileStack, Layers, PanelRight, Palette, Plus, SlidersHorizontal, X } from 'lucide-react'
import { lazy, Suspense, useEffect, useLayoutEffect, type ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components'
import { useWords } from '#editor/words/use-words.ts'
import type { Panel } from '#editor/state/view-state.ts'
import { IconButton, IconToggle } from '#editor/ui/icon-button.tsx'
import { Canvas } from './canvas/canvas.tsx'
import { findCommand } from './commands/registry.ts'
import { reachOf } from './commands/hotkey.ts'
import { DragArea } from './drag/drag-adapter.tsx'
import { DragCard } from './drag/drag-card.tsx'
import { useDrag } from './drag/use-drag.ts'
import { Inspector } from './inspector/inspector.tsx'
import { PalettePanel } from './palette/palette-panel.tsx'
import { PhoneBar } from './phone-bar.tsx'
import { isMac, useCommandContext } from './session/use-commands.ts'
import { useTellPresence } from './session/use-presence.ts'
import { useSession, useView } from './session/use-session.tsx'
import { TopBar } from './top-bar/top-bar.tsx'
import { fitSides, useRoom } from './use-room.ts'
import './studio.css'

// What is not on screen at first is loaded when it is asked for.
const PagesPanel = lazy(() => import('./pages/pages-panel.tsx').then((file) => ({ default: file.PagesPanel })))
const LayersPanel = lazy(() => import('./layers/layers-panel.tsx').then((file) => ({ default: file.LayersPanel })))
const ThemePanel = lazy(() => import('./theme/theme-panel.tsx').then((file) => ({ default: file.ThemePanel })))
const PreviewPanel = lazy(() => import('./preview/preview-panel.tsx').then((file) => ({ default: file.PreviewPanel })))
const PublishDialog = lazy(() =>
  import('./publish/publish-dialog.tsx').then((file) => ({ default: file.PublishDialog })),
)
const HelpDialog = lazy(() => import('./help-dialog.tsx').then((file) => ({ default: file.HelpDialog })))

const panels: readonly { readonly id: Panel; readonly icon: ReactNode }[] = [
  { id: 'insert', icon: <Plus size={20} /> },
  { id: 'pages', icon: <FileStack size={20} /> },
  { id: 'layers', icon: <Layers size={20} /> },
  { id: 'theme', icon: <Palette size={20} /> },
]

/** The editor of one opened program. */
export function Studio() {
  const drag = useDrag()
  useShortcuts()
  useTellPresence()
  useKeystrokeTimes()
  const room = useFittingRoom()
  return (
    <DragArea {...drag}>
      <div className="st" data-room={room}>
        <TopBar />
        <div className="st-body">
          {room === 'phone' ? null : <Rail />}
          <SidePanel />
          <Canvas />
          <Preview />
          <InspectorPanel />
        </div>
        {room === 'phone' ? <PhoneBar /> : null}
      </div>
      <DragCard />
      <Dialogs />
    </DragArea>
  )
}

function Rail() {
  const { view } = useSession()
  const words = useWords()
  const panel = useView((state) => state.panel)
  const inspectorOpen = useView((state) => state.inspectorOpen)
  return (
    <nav className="st-rail" aria-label={words.studio.panels}>
      {panels.map(({ id, icon }) => (
        <ToggleButton
          key={id}
          className="st-rail__tool"
          isSelected={panel === id}
          onChange={(isOpen) => view.setState({ panel: isOpen ? id : undefined })}
        >
          {icon}
          <span>{words.studio.panelNames[id]}</span>
        </ToggleButton>
      ))}
      <span className="st-rail__space" />
      <IconToggle
        label={words.studio.inspector}
        icon={<PanelRight size={20} />}
        placement="right"
        isSelected={inspectorOpen}
        onChange={(isOpen) => view.setState({ inspectorOpen: isOpen })}
      />
    </nav>
  )
}

function SidePanel() {
  const { view } = useSession()
  const words = useWords()
  const panel = useView((state) => state.panel)
  if (panel === undefined) return null
  return (
    <aside className="st-panel" aria-label={words.studio.panelNames[panel]}>
      <header className="st-panel__head">
        <h2 className="st-panel__title">{words.studio.panelNames[panel]}</h2>
        <IconButton
          size="small"
          label={words.studio.closePanel}
          icon={<X size={16} />}
          onPress={() => view.setState({ panel: undefined })}
        />
      </header>
      <div className="st-panel__body">
        <Suspense>{panelContent[panel]()}</Suspense>
      </div>
    </aside>
  )
}

const panelContent: { readonly [panel in Panel]: () => ReactNode } = {
  insert: () => <PalettePanel />,
  pages: () => <PagesPanel />,
  layers: () => <LayersPanel />,
  theme: () => <ThemePanel />,
}

function InspectorPanel() {
  const { view } = useSession()
  const words = useWords()
  const isOpen = useView((state) => state.inspectorOpen)
  if (!isOpen) return null
  return (
    <aside className="st-side" aria-label={words.studio.inspector}>
      <header className="st-side__sheet-head">
        <SlidersHorizontal size={16} aria-hidden />
        <h2 className="st-panel__title">{words.studio.inspector}</h2>
        <IconButton
          size="small"
          label={words.studio.closePanel}
          icon={<X size={16} />}
          onPress={() => view.setState({ inspectorOpen: false })}
        />
      </header>
      <div className="st-side__body">
        <Inspector />
      </div>
    </aside>
  )
}

function Preview() {
  const isOpen = useView((state) => state.previewOpen)
  return isOpen ? (
    <Suspense>
      <PreviewPanel />
    </Suspense>
  ) : null
}

function Dialogs() {
  const publishOpen = useView((state) => state.publishOpen)
  const helpOpen = useView((state) => state.helpOpen)
  return (
    <Suspense>
      {publishOpen ? <PublishDialog /> : null}
      {helpOpen ? <HelpDialog /> : null}
    </Suspense>
  )
}

/** Keys of the whole window; what they mean is decided by the registry. */
function useShortcuts() {
  const context = useCommandContext()
  const { view } = useSession()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || view.getState().drag) return
      const reach = reachOf(event.target instanceof Element ? event.target : null)
      const command = findCommand(event, reach, isMac, context)
      if (!command) return
      event.preventDefault()
      command.run(context)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [context, view])
}

function useKeystrokeTimes() {
  const { clock } = useSession()
  useEffect(() => {
    const onInput = (event: Event) => clock.typed(event.timeStamp)
    window.addEventListener('keydown', onInput, true)
    window.addEventListener('input', onInput, true)
    return () => {
      window.removeEventListener('keydown', onInput, true)
      window.removeEventListener('input', onInput, true)
    }
  }, [clock])
}

/** On a phone the canvas is as wide as the screen leaves room for. */
const PHONE_MARGIN_PX = 24
const NARROWEST_PX = 300

/** Where there is no room for all side areas, opening one closes another; a phone starts with none. */
function useFittingRoom() {
  const { view } = useSession()
  const room = useRoom()
  useLayoutEffect(() => {
    if (room === 'phone') {
      const widthPx = Math.max(NARROWEST_PX, window.innerWidth - PHONE_MARGIN_PX)
      view.setState({ panel: undefined, inspectorOpen: false, previewOpen: false, zoom: 1, widthPx })
    }
    if (room !== 'phone') view.setState(fitSides(view.getState(), view.getState(), room))
    return view.subscribe((now, before) => {
      const fitting = fitSides(now, before, room)
      if (fitting !== now) view.setState(fitting)
    })
  }, [room, view])
  return room
}
