import type { PageId } from '#model/index.ts'
import type { Panel } from '#editor/state/view-state.ts'
import { nothing } from '#editor/state/selection.ts'
import { navigate, paths } from '#editor/router.tsx'
import { chooseScheme, useScheme, type SchemeChoice } from '#editor/ui/scheme.ts'
import { chooseLanguage, localeNow, uiLanguages } from '#editor/words/use-words.ts'
import { startTour } from '../tour/tour-state.ts'
import { defineCommand, type CommandContext, type StudioCommand } from './studio-command.ts'

/** Every panel has a key; a new panel does not compile without one. */
const panelKeys: { readonly [panel in Panel]: string } = {
  insert: '1',
  pages: '2',
  layers: '3',
  theme: '4',
  pictures: '5',
  shop: '6',
  checks: '7',
}

const panelNames = Object.keys(panelKeys) as Panel[]

/** Opens one panel; what is open already stays. */
export const panelCommands = Object.fromEntries(panelNames.map((panel) => [panel, openPanel(panel)])) as {
  readonly [panel in Panel]: StudioCommand
}

function openPanel(panel: Panel): StudioCommand {
  return defineCommand({
    name: `open-${panel}`,
    label: (words) => words.commands.openPanel(words.studio.panelNames[panel]),
    group: 'go',
    hotkeys: [panelKeys[panel]],
    reach: 'canvas',
    isEnabled: () => true,
    run: ({ view }) => view.setState({ panel }),
  })
}

export const nextPage = definePageStep('next-page', 'nextPage', 'alt+pagedown', 1)
export const previousPage = definePageStep('previous-page', 'previousPage', 'alt+pageup', -1)

function definePageStep(name: string, label: 'nextPage' | 'previousPage', hotkey: string, step: -1 | 1): StudioCommand {
  const target = ({ program, view }: CommandContext): PageId | undefined => {
    const pages = program.pages()
    const at = pages.findIndex(({ id }) => id === view.getState().pageId)
    return at === -1 ? undefined : pages[at + step]?.id
  }
  return defineCommand({
    name,
    label: (words) => words.commands[label],
    group: 'go',
    hotkeys: [hotkey],
    reach: 'anywhere',
    isEnabled: (context) => target(context) !== undefined,
    run: (context) => goTo(context, target(context)),
  })
}

export function goToPage(pageId: PageId, title: string): StudioCommand {
  return defineCommand({
    name: `go-to-page-${pageId}`,
    label: (words) => words.commands.goToPage(title),
    group: 'go',
    hotkeys: [],
    reach: 'anywhere',
    isEnabled: ({ view }) => view.getState().pageId !== pageId,
    run: (context) => goTo(context, pageId),
  })
}

function goTo({ view }: CommandContext, pageId: PageId | undefined): void {
  if (pageId !== undefined) view.setState({ pageId, selection: nothing, hovered: undefined, typing: undefined })
}

export const openPublish = defineCommand({
  name: 'publish',
  label: (words) => words.commands.openPublish,
  group: 'program',
  hotkeys: ['mod+enter'],
  reach: 'anywhere',
  isEnabled: () => true,
  run: ({ view }) => view.setState({ publishOpen: true }),
})

export const openConsole = defineCommand({
  name: 'open-console',
  label: (words) => words.studio.toConsole,
  group: 'program',
  hotkeys: [],
  reach: 'anywhere',
  isEnabled: () => true,
  run: ({ programId }) => navigate(paths.console(programId)),
})

/** One for each language, which says its own name: who does not read the present one must find it. */
export const languageCommands = uiLanguages.map(({ id, name }) =>
  defineCommand({
    name: `language-${id}`,
    label: (words) => words.commands.switchLanguage(name),
    group: 'program',
    hotkeys: [],
    reach: 'anywhere',
    isEnabled: () => localeNow() !== id,
    run: () => void chooseLanguage(id),
  }),
)

export const takeTour = defineCommand({
  name: 'take-tour',
  label: (words) => words.tour.again,
  group: 'program',
  hotkeys: [],
  reach: 'anywhere',
  isEnabled: () => true,
  run: ({ view }) => {
    view.setState({ helpOpen: false })
    startTour()
  },
})

const schemeNames = { auto: 'schemeAuto', light: 'schemeLight', dark: 'schemeDark' } as const

/** How the editor itself looks. */
export const schemeCommands = (Object.keys(schemeNames) as SchemeChoice[]).map((choice) =>
  defineCommand({
    name: `scheme-${choice}`,
    label: (words) => words.commands.chooseScheme(words.common[schemeNames[choice]]),
    group: 'program',
    hotkeys: [],
    reach: 'anywhere',
    isEnabled: () => useScheme.getState().choice !== choice,
    run: () => chooseScheme(choice),
  }),
)

export const shareProgram = defineCommand({
  name: 'share-program',
  label: (words) => words.people.share,
  group: 'program',
  hotkeys: [],
  reach: 'anywhere',
  isEnabled: () => true,
  run: ({ view }) => view.setState({ sharingOpen: true }),
})

export const switchScheme = defineCommand({
  name: 'switch-scheme',
  label: (words) => words.commands.switchScheme,
  group: 'program',
  hotkeys: [],
  reach: 'anywhere',
  isEnabled: () => true,
  run: () => chooseScheme(useScheme.getState().scheme === 'dark' ? 'light' : 'dark'),
})

export const goCommands: readonly StudioCommand[] = [...Object.values(panelCommands), nextPage, previousPage]
export const programCommands: readonly StudioCommand[] = [
  openPublish,
  shareProgram,
  openConsole,
  takeTour,
  ...languageCommands,
  switchScheme,
  ...schemeCommands,
]
