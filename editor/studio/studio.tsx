import {
  FileStack,
  Images,
  ListChecks,
  Layers,
  PanelRight,
  Palette,
  Plus,
  SlidersHorizontal,
  Store,
  X,
} from 'lucide-react'
import { useEffect, useLayoutEffect, useState, type ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components'
import { untilInCharge } from '#editor/shell/start-worker.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { Panel } from '#editor/state/view-state.ts'
import { may } from '#platform/contract/rights.ts'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { late } from '#editor/ui/late.tsx'
import { Tooltip } from '#editor/ui/tooltip.tsx'
import { useAreaKeys } from './areas/use-area-keys.ts'
import { Canvas } from './canvas/canvas.tsx'
import { ChooseMoreBar } from './canvas/choose-more-bar.tsx'
import { useClipboard } from './clipboard/use-clipboard.ts'
import { panelCommands } from './commands/go-commands.ts'
import { findCommand } from './commands/registry.ts'
import { toggleInspector } from './commands/view-commands.ts'
import { reachOf } from './commands/hotkey.ts'
import { ContextMenu } from './context-menu/context-menu.tsx'
import { DragArea } from './drag/drag-adapter.tsx'
import { DragCard } from './drag/drag-card.tsx'
import { useDrag } from './drag/use-drag.ts'
import { PalettePanel } from './palette/palette-panel.tsx'
import { KeptChanges } from './kept-changes/kept-changes.tsx'
import { PhoneBar } from './counter/phone-bar.tsx'
import { CommentBar } from './comments/comment-mode.tsx'
import { useCommentLink } from './comments/use-comment-link.ts'
import { useCommentDelivery } from './comments/use-comments.ts'
import { CanvasFileDrop } from './pictures/canvas-file-drop.tsx'
import { UploadTray } from './pictures/upload-tray.tsx'
import { CommandToggle } from './session/command-button.tsx'
import { isMac, useCommand, useCommandContext } from './session/use-commands.ts'
import { FollowFrame } from './presence/follow-frame.tsx'
import { useVisit } from './history/use-visit.ts'
import { useOfferRestore } from './presence/use-offer-restore.ts'
import { useTellPresence } from './presence/use-tell-presence.ts'
import { useSession, useView } from './session/use-session.tsx'
import { SituationStrip } from './situations/situation-strip.tsx'
import { Tour } from './tour/tour.tsx'
import { ServerNotices } from './top-bar/server-notices.tsx'
import { TopBar } from './top-bar/top-bar.tsx'
import { NothingChosen } from './inspector/nothing-chosen.tsx'
import { keepPictures } from './canvas/kept-pictures.ts'
import { useSaveKey } from './session/use-save-key.ts'
import { watchQuiet } from './session/watch-quiet.ts'
import { whenUsable } from './session/when-usable.ts'
import { fitSides, useRoom } from './use-room.ts'
import './studio.css'

// What is not on screen at first is loaded when it is asked for; what the first click needs, as soon as blocks can be chosen.
const Inspector = late(() => import('./inspector/inspector.tsx').then((file) => file.Inspector))
const PagesPanel = late(() => import('./pages/pages-panel.tsx').then((file) => file.PagesPanel))
const LayersPanel = late(() => import('./layers/layers-panel.tsx').then((file) => file.LayersPanel))
const ThemePanel = late(() => import('./theme/theme-panel.tsx').then((file) => file.ThemePanel))
const PicturesPanel = late(() => import('./pictures/pictures-panel.tsx').then((file) => file.PicturesPanel))
const ChecksBadge = late(() => import('./checks/checks-badge.tsx').then((file) => file.ChecksBadge))
const ChecksPanel = late(() => import('./checks/checks-panel.tsx').then((file) => file.ChecksPanel))
const ShopPanel = late(() => import('./shop/shop-panel.tsx').then((file) => file.ShopPanel))
const OrderSheet = late(() => import('./counter/order-sheet.tsx').then((file) => file.OrderSheet))
const PreviewPanel = late(() => import('./preview/preview-panel.tsx').then((file) => file.PreviewPanel))
const PublishDialog = late(() => import('./publish/publish-dialog.tsx').then((file) => file.PublishDialog), 'on top')
const CommandPalette = late(
  () => import('./command-palette/command-palette.tsx').then((file) => file.CommandPalette),
  'on top',
)
const AskToPublish = late(() => import('./publish/ask-to-publish.tsx').then((file) => file.AskToPublish), 'on top')
const CommentsPanel = late(() => import('./comments/comments-panel.tsx').then((file) => file.CommentsPanel))
const HistoryPanel = late(() => import('./history/history-side.tsx').then((file) => file.HistorySide))
const CodePanel = late(() => import('./code-blocks/code-panel.tsx').then((file) => file.CodePanel))
const DeleteCodeDialog = late(
  () => import('./code-blocks/delete-code-dialog.tsx').then((file) => file.DeleteCodeDialog),
  'on top',
)
const LookBack = late(() => import('./history/look-back.tsx').then((file) => file.LookBack), 'on top')
const SinceLastHere = late(() => import('./history/since-last-here.tsx').then((file) => file.SinceLastHere))
const AddPageDialog = late(() => import('./pages/add-page-dialog.tsx').then((file) => file.AddPageDialog), 'on top')
const PeopleDialog = late(() => import('#editor/people/people-dialog.tsx').then((file) => file.PeopleDialog), 'on top')
const HelpDialog = late(() => import('./help-dialog.tsx').then((file) => file.HelpDialog), 'on top')

const panels: readonly { readonly id: Panel; readonly icon: ReactNode }[] = [
  { id: 'insert', icon: <Plus size={20} /> },
  { id: 'pages', icon: <FileStack size={20} /> },
  { id: 'layers', icon: <Layers size={20} /> },
  { id: 'theme', icon: <Palette size={20} /> },
  { id: 'pictures', icon: <Images size={20} /> },
  { id: 'shop', icon: <Store size={20} /> },
  { id: 'checks', icon: <ListChecks size={20} /> },
]

/** The editor of one opened program. */
export function Studio() {
  const drag = useDrag()
  const room = useFittingRoom()
  return (
    <DragArea {...drag}>
      <Unseen />
      <div className="st" data-room={room}>
        <TopBar />
        <KeptChanges />
        <ServerNotices />
        <div className="st-body">
          {room === 'phone' ? null : <Rail />}
          <SidePanel />
          <div className="st-middle">
            <SituationStrip room={room} />
            <Canvas />
            <FollowFrame />
            <CommentBar />
            <ChooseMoreBar />
            <SinceBar />
          </div>
          <Preview />
          <CodeSide />
          <InspectorPanel />
          <HistorySide />
          <CommentsSide />
        </div>
        {room === 'phone' ? <PhoneBar /> : null}
      </div>
      <CanvasFileDrop drag={drag} />
      <UploadTray />
      <DragCard />
      <ContextMenu />
      <Dialogs />
      <Tour />
    </DragArea>
  )
}

/** What goes on without a place on the screen. Whatever it follows, nothing else is drawn anew because of it. */
function Unseen() {
  useShortcuts()
  useTellPresence()
  useOfferRestore()
  useCommentDelivery()
  useCommentLink()
  useVisit()
  useKeystrokeTimes()
  useWorker()
  return null
}

/** What the person sees comes first: then everything is kept for the next time. */
function useWorker(): void {
  const session = useSession()
  useEffect(() => {
    const { program } = session
    const quiet = watchQuiet((listener) => program.subscribe(listener))
    const over = new AbortController()
    const keep = async () => {
      await quiet.until()
      if (!over.signal.aborted && (await untilInCharge())) await keepPictures(session, quiet, over.signal)
    }
    const stop = whenUsable(session, () => void keep())
    return () => {
      over.abort()
      stop()
      quiet.stop()
    }
  }, [session.map])
}

function Rail() {
  const words = useWords()
  const panel = useView((state) => state.panel)
  const inspectorOpen = useView((state) => state.inspectorOpen)
  return (
    <nav className="st-rail" data-area aria-label={words.studio.panels}>
      {panels.map(({ id, icon }) => (
        <RailTool key={id} panel={id} icon={icon} isOpen={panel === id} />
      ))}
      <span className="st-rail__space" />
      <CommandToggle
        command={toggleInspector}
        icon={<PanelRight size={20} />}
        placement="right"
        isSelected={inspectorOpen}
      />
    </nav>
  )
}

interface RailToolProps {
  readonly panel: Panel
  readonly icon: ReactNode
  readonly isOpen: boolean
}

/** Opens its panel, and closes it again. */
function RailTool({ panel, icon, isOpen }: RailToolProps) {
  const { view } = useSession()
  const words = useWords()
  const { label, keys, run } = useCommand(panelCommands[panel])
  return (
    <Tooltip text={label} keys={keys} placement="right">
      <ToggleButton
        className="st-rail__tool"
        isSelected={isOpen}
        onChange={(opens) => (opens ? run() : view.setState({ panel: undefined }))}
      >
        {icon}
        <span>{words.studio.panelNames[panel]}</span>
        {panel === 'checks' ? <ChecksBadge placeholder={null} /> : null}
      </ToggleButton>
    </Tooltip>
  )
}

function SidePanel() {
  const { view } = useSession()
  const words = useWords()
  const panel = useView((state) => state.panel)
  const isPhone = useRoom() === 'phone'
  if (panel === undefined) return null
  const title = isPhone && panel === 'layers' ? words.counter.orderShort : words.studio.panelNames[panel]
  return (
    <aside className="st-panel" data-area aria-label={title}>
      <header className="st-panel__head">
        <h2 className="st-panel__title">{title}</h2>
        <IconButton
          size="small"
          label={words.studio.closePanel}
          icon={<X size={16} />}
          onPress={() => view.setState({ panel: undefined })}
        />
      </header>
      <div className="st-panel__body" data-area-start>
        {panelContent[panel]()}
      </div>
    </aside>
  )
}

const panelContent: { readonly [panel in Panel]: () => ReactNode } = {
  insert: () => <PalettePanel />,
  pages: () => <PagesPanel />,
  layers: () => <LayersOrOrder />,
  theme: () => <ThemePanel />,
  pictures: () => <PicturesPanel />,
  shop: () => <ShopPanel />,
  checks: () => <ChecksPanel />,
}

/** A tree is for a mouse; a thumb gets a list with arrows. */
function LayersOrOrder() {
  return useRoom() === 'phone' ? <OrderSheet /> : <LayersPanel />
}

function InspectorPanel() {
  const session = useSession()
  const { view } = session
  const words = useWords()
  const isOpen = useView((state) => state.inspectorOpen)
  const isChosen = useView((state) => state.selection.length > 0)
  // Its code comes once blocks can be chosen: until then the canvas needs the processor.
  const [isUsable, setUsable] = useState(false)
  useEffect(() => whenUsable(session, () => setUsable(true)), [session])
  if (!isOpen) return null
  return (
    <aside className="st-side" data-area aria-label={words.studio.inspector}>
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
      <div className="st-side__body" data-area-start>
        {isUsable || isChosen ? (
          <Inspector placeholder={isChosen ? undefined : <NothingChosen />} />
        ) : (
          <NothingChosen />
        )}
      </div>
    </aside>
  )
}

function Preview() {
  const isOpen = useView((state) => state.previewOpen)
  return isOpen ? <PreviewPanel /> : null
}

function CodeSide() {
  const id = useView((state) => state.codeOf)
  return id === undefined ? null : <CodePanel id={id} />
}

function HistorySide() {
  const isOpen = useView((state) => state.historyOpen)
  return isOpen ? <HistoryPanel /> : null
}

function CommentsSide() {
  const session = useSession()
  const isOpen = useView((state) => state.commentsOpen)
  useEffect(() => whenUsable(session, CommentsPanel.preload), [session])
  return isOpen ? <CommentsPanel /> : null
}

function SinceBar() {
  // The open history has an entry of its own for it.
  const isThere = useView((state) => state.lastHere !== undefined && !state.historyOpen)
  return isThere ? <SinceLastHere placeholder={null} /> : null
}

function Dialogs() {
  const { facts, program, view } = useSession()
  const sharingOpen = useView((state) => state.sharingOpen)
  const addingPage = useView((state) => state.addingPage)
  const publishOpen = useView((state) => state.publishOpen)
  const deletingCode = useView((state) => state.deletingCode)
  const helpOpen = useView((state) => state.helpOpen)
  const finderOpen = useView((state) => state.finderOpen)
  const lookingBack = useView((state) => state.lookingBack)
  return (
    <>
      {publishOpen ? may(facts.role, 'publish') ? <PublishDialog /> : <AskToPublish /> : null}
      {sharingOpen ? (
        <PeopleDialog
          programId={facts.id}
          name={program.name}
          role={facts.role}
          onClose={() => view.setState({ sharingOpen: false })}
        />
      ) : null}
      {addingPage ? <AddPageDialog onClose={() => view.setState({ addingPage: false })} /> : null}
      {deletingCode === undefined ? null : <DeleteCodeDialog id={deletingCode} />}
      {helpOpen ? <HelpDialog /> : null}
      {finderOpen ? <CommandPalette /> : null}
      {lookingBack ? <LookBack at={lookingBack} /> : null}
    </>
  )
}

/** Keys of the whole window; what they mean is decided by the registry. */
function useShortcuts() {
  const context = useCommandContext()
  const { view } = useSession()
  useClipboard(context)
  useAreaKeys(context)
  useSaveKey(context)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || view.getState().drag) return
      const reach = reachOf(event.target instanceof Element ? event.target : null)
      const command = findCommand(event, reach, isMac, context)
      if (!command) return
      event.preventDefault()
      command.run(context)
    }
    // A focused button takes Ctrl+Enter for a press: what is a shortcut must not reach it.
    const onShortcut = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      onKeyDown(event)
      if (event.defaultPrevented) event.stopPropagation()
    }
    window.addEventListener('keydown', onShortcut, true)
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onShortcut, true)
      window.removeEventListener('keydown', onKeyDown)
    }
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
