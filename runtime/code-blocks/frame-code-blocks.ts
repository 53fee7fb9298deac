import type { CompiledCodeBlock } from '#components/kit/code-block.ts'
import type { CodeBlocks } from './code-blocks.ts'
import { startWorker } from './start-worker.ts'

export interface FrameCodeBlocks extends CodeBlocks {
  change(blocks: { readonly [type: string]: CompiledCodeBlock | null }): void
}

/** The code blocks of the program in the frame, as the editor last compiled them. */
export function createFrameCodeBlocks(): FrameCodeBlocks {
  const blocks = new Map<string, CompiledCodeBlock>()
  const listeners = new Map<string, Set<() => void>>()
  return {
    find: (type) => blocks.get(type),
    subscribe(type, listener) {
      const own = listeners.get(type) ?? new Set()
      listeners.set(type, own.add(listener))
      return () => void own.delete(listener)
    },
    startWorker,
    change(changed) {
      for (const [type, block] of Object.entries(changed)) {
        if (block) blocks.set(type, block)
        else blocks.delete(type)
        for (const listener of [...(listeners.get(type) ?? [])]) listener()
      }
    },
  }
}
