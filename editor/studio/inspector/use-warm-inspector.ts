import { useEffect } from 'react'
import { instanceType, pageSlot, type NodeId, type Program } from '#model/index.ts'
import { useSession } from '../session/use-session.tsx'
import { whenIdle } from '../session/when-idle.ts'
import { keepFor, mostKept, type KeptInspector } from './kept-inspectors.ts'

/** So many blocks from the top of the page are looked at for their kinds. */
const LOOKED_AT = 40

/**
 * While nothing is chosen and the screen has nothing better to do, mounts the fields of the kinds of blocks at the top of
 * the page, one kind at a time: the first click finds them ready.
 */
export function useWarmInspector(
  isIdle: boolean,
  kept: readonly KeptInspector[],
  setKept: (kept: readonly KeptInspector[]) => void,
): void {
  const { program, blocks, view } = useSession()
  useEffect(() => {
    const { pageId } = view.getState()
    if (!isIdle || pageId === undefined || kept.length >= mostKept) return
    const next = firstOf(
      program,
      pageId,
      (type) => blocks.find(type) !== undefined && !kept.some(({ kind }) => kind === type),
    )
    if (next === undefined) return
    const kind = program.node(next)?.type ?? ''
    return whenIdle(() => setKept(keepFor(kept, kind, [next])))
  }, [isIdle, kept, setKept, program, blocks, view])
}

/** The first block from the top whose kind is wanted, looked for in the order in which they are seen. */
function firstOf(
  program: Program,
  pageId: Parameters<Program['children']>[0],
  isWanted: (type: string) => boolean,
): NodeId | undefined {
  const waiting = [...program.children(pageId, pageSlot)].slice(0, LOOKED_AT).toReversed()
  for (let looked = 0; looked < LOOKED_AT; looked++) {
    const id = waiting.pop()
    const type = id === undefined ? undefined : program.node(id)?.type
    if (id === undefined || type === undefined) return undefined
    if (type !== instanceType && isWanted(type)) return id
    waiting.push(...[...program.children(id)].toReversed())
  }
  return undefined
}
