import { findPart, sectionOf, type NodeId, type NodeRecord, type Program } from '#model/index.ts'
import type { Words } from '#editor/words/use-words.ts'
import type { CommentsAt } from '#editor/state/view-state.ts'
import type { Blocks } from '../session/blocks.ts'
import { textOfNode } from '../session/text-of-node.ts'
import type { ThreadPlace } from './comment-place.ts'
import type { ShownThread } from './shown-threads.ts'

interface Naming {
  readonly program: Program
  readonly blocks: Blocks
}

const LONGEST_TEXT = 40

/** "Headline “Fresh every day”": what a block is, and what it says first. */
export function nameOfBlock({ program, blocks }: Naming, id: NodeId, words: Words): string {
  const record = program.node(id) ?? findPart(program, id)?.source
  if (!record) return ''
  const text = textOf({ program, blocks }, record)
  const short = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text
  return words.comments.block(words.studio.nameOf(blocks.nameOf(record.type)), short)
}

/** Of a linked section its name. */
function textOf({ program, blocks }: Naming, record: NodeRecord): string {
  const section = sectionOf(record)
  return section === undefined ? textOfNode(blocks, record) : (program.section(section)?.name ?? '')
}

export function nameOfPage({ program }: Naming, id: string): string {
  const page = program.pages().find((one) => one.id === id)
  return page?.title ?? program.sections().find((one) => one.id === id)?.name ?? ''
}

export function nameOfAt(naming: Naming, { pageId, nodeId }: CommentsAt, words: Words): string {
  return nodeId === undefined ? words.comments.page(nameOfPage(naming, pageId)) : nameOfBlock(naming, nodeId, words)
}

/** What to keep of it in words, for when it is deleted: the text alone, else what kind of block it was. */
export function pinnedTo(naming: Naming, { pageId, nodeId }: CommentsAt, words: Words): string {
  if (nodeId === undefined) return nameOfPage(naming, pageId).slice(0, 200)
  const { program, blocks } = naming
  const record = program.node(nodeId) ?? findPart(program, nodeId)?.source
  const text = record ? textOf(naming, record) : ''
  return (text || words.studio.nameOf(blocks.nameOf(record?.type ?? ''))).slice(0, 200)
}

/** What a thread is about, in words, as it is called now. */
export function nameOfPlace(naming: Naming, thread: ShownThread, place: ThreadPlace, words: Words): string {
  const { comments } = words
  switch (place.kind) {
    case 'block': {
      const [{ id, pageId }] = place.drawn
      const block = nameOfBlock(naming, id, words)
      return comments.onPageNamed(block || thread.pinnedTo, nameOfPage(naming, pageId))
    }
    case 'page':
      return comments.page(nameOfPage(naming, place.pageId))
    case 'program':
      return comments.program
    case 'deleted-block':
      return comments.blockDeleted(thread.pinnedTo)
    case 'deleted-page':
      return comments.pageDeleted(thread.pinnedTo)
  }
}
