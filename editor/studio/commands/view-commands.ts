import { zoomSteps } from '#editor/state/view-state.ts'
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

export const showHelp = defineCommand({
  name: 'show-help',
  label: (words) => words.studio.keys,
  group: 'view',
  hotkeys: ['?'],
  reach: 'anywhere',
  isEnabled: () => true,
  run: ({ view }) => view.setState({ helpOpen: true }),
})

export const viewCommands: readonly StudioCommand[] = [togglePreview, zoomIn, zoomOut, showHelp]
