import { copyNode, type CopiedNode } from '#model/index.ts'
import { plainTextOf } from '#model/rich-text.ts'
import type { CommandContext } from '../commands/studio-command.ts'
import { outermost } from '#editor/state/selection.ts'
import type { Blocks } from '../session/blocks.ts'
import { htmlOfClip, isTooLarge, type Clip } from './clip.ts'

/** What goes on the clipboard: for us with everything, for other programs as plain lines. */
export interface CopiedData {
  readonly html: string
  readonly text: string
}

/** The selection with all it holds, in the page's order. @returns undefined without one, `too-large` beyond what a paste takes */
export function copySelection(context: CommandContext): CopiedData | 'too-large' | undefined {
  const { program, blocks, view, programId, workspaceId } = context
  const ids = outermost(program, view.getState().selection)
  const nodes = ids.flatMap((id) => copyNode(program, id) ?? [])
  if (nodes.length === 0) return undefined
  const clip: Clip = { programId, workspaceId, ids, nodes }
  if (isTooLarge(clip)) return 'too-large'
  const text = textOfNodes(blocks, nodes)
  return { html: htmlOfClip(clip, text), text }
}

/** The words that a visitor would read, block by block; a line for each. */
export function textOfNodes(blocks: Blocks, nodes: readonly CopiedNode[]): string {
  const lines = nodes.flatMap(({ type, props = {}, slots }) => {
    const fields = Object.entries(blocks.find(type)?.fields ?? {})
    const own = fields.flatMap(([name, { kind }]) =>
      kind === 'text' || kind === 'rich-text' ? plainTextOf(props[name] as Parameters<typeof plainTextOf>[0]) : [],
    )
    return [...own, ...Object.values(slots).map((inner) => textOfNodes(blocks, inner))]
  })
  return lines.filter((line) => line.trim() !== '').join('\n')
}
