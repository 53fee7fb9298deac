import { findPart } from '#model/index.ts'
import { leadOf } from '#editor/state/selection.ts'
import { defineCommand, type CommandContext, type StudioCommand } from '../commands/studio-command.ts'

const isReady = ({ view }: CommandContext) => view.getState().pageId !== undefined

/** The next click says what to speak about. */
export const commentMode = defineCommand({
  name: 'comment-mode',
  label: (words) => words.comments.mode,
  group: 'comment',
  hotkeys: ['c'],
  reach: 'canvas',
  isEnabled: isReady,
  run: ({ view }) => view.setState(({ commenting }) => ({ commenting: !commenting, commentsAt: undefined })),
})

const chosen = ({ program, view }: CommandContext) => {
  const lead = leadOf(view.getState())
  return lead !== undefined && (program.node(lead) || findPart(program, lead)) ? lead : undefined
}

export const commentOnSelection = defineCommand({
  name: 'comment-on-selection',
  label: (words) => words.comments.onSelection,
  group: 'comment',
  hotkeys: ['mod+alt+m'],
  menu: 'comment',
  reach: 'anywhere',
  isEnabled: (context) => isReady(context) && chosen(context) !== undefined,
  run(context) {
    const { pageId } = context.view.getState()
    const nodeId = chosen(context)
    if (pageId !== undefined && nodeId !== undefined)
      context.view.setState({ commentsAt: { pageId, nodeId }, commenting: false })
  },
})

export const commentOnPage = defineCommand({
  name: 'comment-on-page',
  label: (words) => words.comments.onPage,
  group: 'comment',
  hotkeys: [],
  reach: 'anywhere',
  isEnabled: isReady,
  run({ view }) {
    const { pageId } = view.getState()
    if (pageId === undefined) return
    document.querySelector('[data-stage]')?.scrollTo({ top: 0 })
    view.setState({ commentsAt: { pageId }, commenting: false })
  },
})

export const openComments = defineCommand({
  name: 'open-comments',
  label: (words) => words.comments.openPanel,
  group: 'comment',
  hotkeys: ['shift+c'],
  reach: 'canvas',
  isEnabled: () => true,
  run: ({ view }) =>
    view.setState(({ commentsOpen }) => ({ commentsOpen: !commentsOpen, historyOpen: false, threadId: undefined })),
})

export const togglePins = defineCommand({
  name: 'toggle-pins',
  label: (words, context) => (context?.view.getState().pinsHidden ? words.comments.showPins : words.comments.hidePins),
  group: 'comment',
  hotkeys: [],
  reach: 'anywhere',
  isEnabled: () => true,
  run: ({ view }) => view.setState(({ pinsHidden }) => ({ pinsHidden: !pinsHidden })),
})

export const commentCommands: readonly StudioCommand[] = [
  commentMode,
  commentOnSelection,
  commentOnPage,
  openComments,
  togglePins,
]
