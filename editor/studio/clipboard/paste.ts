import { refusesPlace } from '../locks/refuses-move.ts'
import { insertNodes, transact, type NodeId } from '#model/index.ts'
import type { NodeSpec } from '#model/program-spec.ts'
import { valueOfRuns, type RichText } from '#model/rich-text.ts'
import { runsOfHtml } from '#runtime/rich-text/clean-html.ts'
import { outermost } from '#editor/state/selection.ts'
import type { CommandContext } from '../commands/studio-command.ts'
import { dropTreeOf } from '../commands/structure.ts'
import { blockFactsOf } from '../session/block-facts.ts'
import { blocksFromOutside, pictureAddressOf } from './blocks-from-outside.ts'
import { clipOfHtml } from './clip.ts'
import { fitClip, type Lost } from './fit-clip.ts'
import { placeForPasted, takesAll } from './place-for-pasted.ts'

/** What a clipboard holds, whoever put it there. */
export interface Pasted {
  readonly html: string
  readonly text: string
  readonly files: readonly File[]
}

/** Makes the sensible blocks of it, behind the selection, and chooses them. What cannot be done is said in a sentence. */
export function paste(context: CommandContext, { html, text, files }: Pasted): void {
  const { words, toast } = context
  const read = clipOfHtml(html)
  if (read.kind === 'too-large') return toast({ text: words.commands.pasteTooLarge, tone: 'bad' })
  if (read.kind === 'unreadable') return toast({ text: words.commands.pasteUnreadable, tone: 'bad' })
  if (read.kind === 'clip') {
    const { nodes, lost } = fitClip(read.clip, {
      programId: context.programId,
      workspaceId: context.workspaceId,
      hasPage: (id) => context.program.pages().some((page) => page.id === id),
      hasSection: (id) => context.program.sections().some((section) => section.id === id),
      findBlock: (type) => context.blocks.find(type),
    })
    if (pasteNodes(context, nodes, read.clip.ids)) sayWhatWasLost(context, lost)
    return
  }
  const pictures = files.filter(({ type }) => type.startsWith('image/'))
  if (pictures.length > 0) return context.insertPictures(pictures, placeOf(context, ['image']))
  const picture = pictureAddressOf(text)
  if (picture !== undefined) return void pastePicture(context, picture, text)
  pasteWords(context, text, html === '' ? undefined : valueOfRuns(runsOfHtml(html)))
}

function pasteWords(context: CommandContext, text: string, rich: string | RichText | undefined): void {
  const nodes = blocksFromOutside(rich === undefined ? { text } : { text, rich })
  if (nodes.length === 0) context.toast({ text: context.words.commands.nothingToPaste })
  else pasteNodes(context, nodes)
}

/** A picture is placed with its size, so that nothing jumps; the address of none is text like any other. */
async function pastePicture(context: CommandContext, url: string, text: string): Promise<void> {
  const size = await context.sizeOfPicture(url)
  if (!size) return pasteWords(context, text, undefined)
  pasteNodes(context, [{ type: 'image', props: { picture: { url, ...size, alt: '' } } }])
}

/** @returns false when no place takes them */
function pasteNodes(context: CommandContext, nodes: readonly NodeSpec[], besides: readonly string[] = []): boolean {
  const { program, blocks, view, words, toast, canEdit } = context
  const { pageId } = view.getState()
  if (!canEdit || pageId === undefined || nodes.length === 0) return false
  const types = nodes.map(({ type }) => type)
  const to = placeOf(context, types, besides)
  if (refusesPlace(context, to.parentId)) return false
  if (!takesAll(dropTreeOf(program, blocks, pageId, context.map), to, types)) {
    toast({ text: words.commands.pasteRefused, tone: 'bad' })
    return false
  }
  const pasted = transact(program, { by: 'command', name: 'paste' }, () =>
    insertNodes(program, nodes, to, blockFactsOf(blocks)),
  )
  if (!pasted.ok) return false
  view.setState({ selection: pasted.value, typing: undefined })
  return true
}

function placeOf(context: CommandContext, types: readonly string[], besides: readonly string[] = []) {
  const { program, blocks, view, map } = context
  const { selection, pageId } = view.getState()
  const last: NodeId | undefined = outermost(program, selection).at(-1)
  return placeForPasted(dropTreeOf(program, blocks, pageId!, map), program, last, types, besides)
}

function sayWhatWasLost({ words, toast }: CommandContext, lost: Lost): void {
  const said = (['pages', 'shop', 'pictures'] as const).flatMap((kind) =>
    lost[kind] > 0 ? [words.commands.lost[kind](lost[kind])] : [],
  )
  if (said.length > 0) toast({ text: words.commands.lostHere(said.join(words.commands.and)) })
}
