import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { NodeId, NodeRecord, Program } from '#model/index.ts'
import { useSession } from './use-session.tsx'

export interface NodeIndex {
  get(): readonly NodeId[]
  subscribe(listener: () => void): () => void
}

/**
 * Nodes of which something holds, wherever they are. Looked for once per opened program, then followed edit by edit: a
 * keystroke costs nothing, whatever the size of the program.
 */
export function defineNodeIndex(holds: (node: NodeRecord) => boolean): (program: Program) => NodeIndex {
  const known = new WeakMap<Program, NodeIndex>()
  return (program) => {
    const found = known.get(program) ?? follow(program, holds)
    known.set(program, found)
    return found
  }
}

/** Draws again when one comes or goes. */
export function useNodeIndex(indexOf: (program: Program) => NodeIndex): readonly NodeId[] {
  const { program } = useSession()
  const nodes = useMemo(() => indexOf(program), [indexOf, program])
  return useSyncExternalStore(
    useCallback((listener: () => void) => nodes.subscribe(listener), [nodes]),
    nodes.get,
  )
}

function follow(program: Program, holds: (node: NodeRecord) => boolean): NodeIndex {
  const ids = new Set<NodeId>()
  const listeners = new Set<() => void>()
  const look = (id: NodeId): boolean => {
    const node = program.node(id)
    const isIn = node !== undefined && holds(node)
    if (isIn === ids.has(id)) return false
    if (isIn) ids.add(id)
    else ids.delete(id)
    return true
  }
  const walk = (parent: Parameters<Program['children']>[0]) => {
    for (const id of program.children(parent)) {
      look(id)
      walk(id)
    }
  }
  for (const { id } of [...program.pages(), ...program.sections()]) walk(id)
  let list: readonly NodeId[] = [...ids]
  program.subscribe(({ nodes, removed }) => {
    let isOther = false
    for (const id of nodes) if (look(id)) isOther = true
    for (const id of removed) if (ids.delete(id)) isOther = true
    if (!isOther) return
    list = [...ids]
    for (const listener of [...listeners]) listener()
  })
  return {
    get: () => list,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
