import { useStore } from 'zustand'
import type { CodeBlockId, CodeBlockRecord } from '#model/index.ts'
import { useSession, useTopic } from '../session/use-session.tsx'
import { codeBlocksToPlace } from './code-source.ts'
import type { OwnBlock } from './own-blocks.ts'

/** How far the code block is compiled; undefined for one that is gone. */
export function useOwnBlock(id: CodeBlockId | undefined): OwnBlock | undefined {
  return useStore(useSession().ownBlocks.store, (blocks) => (id === undefined ? undefined : blocks.get(id)))
}

/** All that can be placed; draws again when one comes, goes, or is called otherwise. */
export function useCodeBlocks(): readonly CodeBlockRecord[] {
  useTopic('code-blocks')
  return codeBlocksToPlace(useSession().program)
}

export function useCodeBlock(id: CodeBlockId | undefined): CodeBlockRecord | undefined {
  useTopic('code-blocks')
  const { program } = useSession()
  return id === undefined ? undefined : program.codeBlock(id)
}
