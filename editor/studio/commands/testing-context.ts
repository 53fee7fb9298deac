import { createIncrementalCompiler } from '#compiler/index.ts'
import { createProgramDoc, createUndo, openProgram, transact, type Program } from '#model/index.ts'
import { createViewState } from '#editor/state/view-state.ts'
import type { ToastMessage } from '#editor/ui/toast.tsx'
import { en } from '#editor/words/en.ts'
import { createMeasuredMap } from '../canvas/measured-map.ts'
import type { Pasted } from '../clipboard/paste.ts'
import { knownBlocks } from '../session/known-blocks.ts'
import type { CommandContext } from './studio-command.ts'

export interface TestingContext extends CommandContext {
  readonly toasts: ToastMessage[]
  /** What the clipboard holds; null is a browser that refuses. */
  held: Pasted | null
  /** Pictures that were to be uploaded. */
  readonly pictures: File[]
}

/** An opened program with one empty page and everything that commands work with; the clipboard is a variable. */
export function testingContext(
  options: { readonly programId?: string; readonly workspaceId?: string } = {},
): TestingContext {
  const spec = { theme: {}, pages: [{ title: { en: 'Home', 'zh-CN': '首页' }, slug: '', nodes: [] }] }
  const program: Program = openProgram(createProgramDoc(spec, { name: 'Test', language: 'en' }))
  const view = createViewState({ pageId: program.pages()[0]!.id })
  const toasts: ToastMessage[] = []
  const pictures: File[] = []
  const context: TestingContext = {
    program,
    undo: createUndo(program),
    view,
    blocks: knownBlocks,
    map: createMeasuredMap(),
    compiler: createIncrementalCompiler(program),
    words: en,
    canEdit: true,
    canWrite: true,
    canLock: true,
    toast: (message) => toasts.push(message),
    startTyping: (nodeId, prop) => view.setState({ typing: { nodeId, prop, at: 'all' } }),
    edit: (name, run) => transact(program, { by: 'command', name }, () => run(program)),
    saveState: () => ({ kind: 'saved' }),
    programId: options.programId ?? 'program',
    workspaceId: options.workspaceId ?? 'workspace',
    held: { html: '', text: '', files: [] },
    clipboard: {
      write({ html, text }) {
        if (context.held) context.held = { html, text, files: [] }
        return Promise.resolve(context.held !== null)
      },
      read: () => Promise.resolve(context.held ?? undefined),
    },
    insertPictures: (files) => pictures.push(...files),
    sizeOfPicture: (url) => Promise.resolve(url.endsWith('0'.repeat(16)) ? { widthPx: 40, heightPx: 30 } : undefined),
    toasts,
    pictures,
  }
  return context
}
