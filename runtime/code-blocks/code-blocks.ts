import type { ShownCodeBlock } from '#components/kit/code-block.ts'
import type { BlockTraits } from '../data-store.ts'
import type { BlockWorker } from './run-block.ts'

/** The code blocks of a program, where they can run. */
export interface CodeBlocks {
  /** As it was last compiled without a mistake; undefined as long as there is none. */
  find(type: string): ShownCodeBlock | undefined
  /** Called when the block of this type is another one. @returns stops it */
  subscribe(type: string, listener: () => void): () => void
  startWorker(code: string): BlockWorker
}

/** All that the runtime needs to know of any code block. What it shows is its own: it follows no data of the shop. */
export const codeTraits: BlockTraits = { shopData: [], visitorData: [], interactive: true }
