import { deviceWidthsPx, zoomSteps } from '#editor/state/view-state.ts'
import { toggleFigures } from '../figures/toggle-figures.ts'
import { defineCommand, type CommandContext, type StudioCommand } from './studio-command.ts'

function nextZoom({ view }: CommandContext, step: -1 | 1): number | undefined {
  const { zoom } = view.getState()
  return step === 1 ? zoomSteps.find((at) => at > zoom) : zoomSteps.findLast((at) => at < zoom)
}

export const zoomIn = defineCommand({
  name: 'zoom-in',
  label: (words) => words.studio.zoomIn,
  group: 'view',
  hotkeys: ['+', '='],
  reach: 'canvas',
  isEnabled: (context) => nextZoom(context, 1) !== undefined,
  run: (context) => context.view.setState(({ zoom }) => ({ zoom: nextZoom(context, 1) ?? zoom })),
})

export const zoomOut = defineCommand({
  name: 'zoom-out',
  label: (words) => words.studio.zoomOut,
  group: 'view',
  hotkeys: ['-'],
  reach: 'canvas',
  isEnabled: (context) => nextZoom(context, -1) !== undefined,
  run: (context) => context.view.setState(({ zoom }) => ({ zoom: nextZoom(context, -1) ?? zoom })),
})

export const togglePreview = defineCommand({
  name: 'toggle-preview',
  label: (words) => words.studio.preview,
  group: 'view',
  hotkeys: ['p'],
  reach: 'canvas',
  isEnabled: () => true,
  run: ({ view }) => view.setState(({ previewOpen }) => ({ previewOpen: !previewOpen })),
})

/** Room left around the phone. */
const FIT_MARGIN_PX = 48
/** Height of a usual phone's screen for its width. */
const SCREEN_RATIO = 19.5 / 9

export const zoomToFit = defineCommand({
  name: 'zoom-to-fit',
  label: (words) => words.commands.zoomToFit,
  group: 'view',
  hotkeys: ['0'],
  reach: 'canvas',
  isEnabled: () => true,
  run({ view }) {
    const stage = document.querySelector('[data-stage]')
    if (!stage) return
    const { widthPx } = view.getState()
    const fits = Math.min(
      (stage.clientWidth - FIT_MARGIN_PX) / widthPx,
      (stage.clientHeight - FIT_MARGIN_PX) / (widthPx * SCREEN_RATIO),
    )
    const [least, most] = [zoomSteps[0], zoomSteps[zoomSteps.length - 1]!]
    view.setState({ zoom: Math.max(least, Math.min(most, Math.floor(fits * 20) / 20)) })
  },
})

export const zoomToOriginal = defineCommand({
  name: 'zoom-reset',
  label: (words) => words.studio.zoomReset,
  group: 'view',
  hotkeys: [],
  reach: 'anywhere',
  isEnabled: ({ view }) => view.getState().zoom !== 1,
  run: ({ view }) => view.setState({ zoom: 1 }),
})

/** One for each width of a phone. */
export const deviceCommands: readonly StudioCommand[] = deviceWidthsPx.map((widthPx) =>
  defineCommand({
    name: `width-${widthPx}`,
    label: (words) => words.commands.deviceWidth(words.studio.devices[widthPx], widthPx),
    group: 'view',
    hotkeys: [],
    reach: 'anywhere',
    isEnabled: ({ view }) => view.getState().widthPx !== widthPx,
    run: ({ view }) => view.setState({ widthPx }),
  }),
)

/** The canvas as a phone shows it by night, or by day; a theme that is always one of them has nothing to switch. */
export const seeOtherScheme = defineCommand({
  name: 'see-other-scheme',
  label: (words, context) =>
    context === undefined
      ? words.commands.seeOtherScheme
      : context.view.getState().scheme === 'dark'
        ? words.studio.seeLight
        : words.studio.seeDark,
  group: 'view',
  hotkeys: [],
  reach: 'anywhere',
  isEnabled: ({ program: { theme } }) => theme.scheme !== 'light' && theme.scheme !== 'dark',
  run: ({ view }) => view.setState(({ scheme }) => ({ scheme: scheme === 'dark' ? 'light' : 'dark' })),
})

export const toggleInspector = defineCommand({
  name: 'toggle-inspector',
  label: (words, context) => (context ? words.studio.inspector : words.commands.toggleInspector),
  group: 'view',
  hotkeys: ['i'],
  reach: 'canvas',
  isEnabled: () => true,
  run: ({ view }) => view.setState(({ inspectorOpen }) => ({ inspectorOpen: !inspectorOpen })),
})

export const openFinder = defineCommand({
  name: 'find-command',
  label: (words) => words.commands.openPalette,
  group: 'view',
  hotkeys: ['mod+k'],
  reach: 'anywhere',
  isEnabled: () => true,
  run: ({ view }) => view.setState({ finderOpen: true, menuAt: undefined }),
})

export const openHistory = defineCommand({
  name: 'open-history',
  label: (words) => words.commands.openHistory,
  group: 'view',
  hotkeys: ['h'],
  reach: 'canvas',
  isEnabled: () => true,
  run: ({ view }) => view.setState(({ historyOpen }) => ({ historyOpen: !historyOpen, commentsOpen: false })),
})

export const showHelp = defineCommand({
  name: 'show-help',
  label: (words) => words.studio.keys,
  group: 'view',
  hotkeys: ['?'],
  reach: 'anywhere',
  isEnabled: () => true,
  run: ({ view }) => view.setState({ helpOpen: true }),
})

export const viewCommands: readonly StudioCommand[] = [
  togglePreview,
  zoomIn,
  zoomOut,
  zoomToFit,
  zoomToOriginal,
  ...deviceCommands,
  seeOtherScheme,
  toggleInspector,
  openHistory,
  toggleFigures,
  openFinder,
  showHelp,
]
