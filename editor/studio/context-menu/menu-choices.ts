import { leadOf, selecting } from '#editor/state/selection.ts'
import type { Words } from '#editor/words/use-words.ts'
import { moveToPage } from '../commands/section-commands.ts'
import { parentNode } from '../commands/structure.ts'
import type { CommandContext } from '../commands/studio-command.ts'

/** What a menu's entry leads to, beside a single command. */
export type Choices = 'move-to-page' | 'select-in'

export interface Choice {
  readonly id: string
  readonly label: string
  /** The kind of block it stands for. */
  readonly type?: string
  readonly run: () => void
}

export function labelOfChoices(choices: Choices, { commands }: Words): string {
  return choices === 'move-to-page' ? commands.moveToPage : commands.selectIn
}

/** The other pages, or what the leading block stands in, from the nearest outwards. */
export function choicesOf(choices: Choices, context: CommandContext): readonly Choice[] {
  return choices === 'move-to-page' ? otherPages(context) : containers(context)
}

function otherPages(context: CommandContext): readonly Choice[] {
  const { program, view } = context
  return program
    .pages()
    .filter(({ id }) => id !== view.getState().pageId)
    .map(({ id, title }) => ({ id, label: title, run: () => moveToPage(id, title).run(context) }))
}

function containers({ program, view, blocks, words }: CommandContext): readonly Choice[] {
  const lead = leadOf(view.getState())
  const found: Choice[] = []
  for (let at = lead && parentNode(program, lead); at !== undefined; at = parentNode(program, at)) {
    const id = at
    const type = program.node(id)?.type ?? ''
    found.push({
      id,
      label: words.studio.nameOf(blocks.nameOf(type)),
      type,
      run: () => view.setState(selecting(id)),
    })
  }
  return found
}
