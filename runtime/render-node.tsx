import { memo, useMemo, useSyncExternalStore, type ReactElement, type ReactNode } from 'react'
import type { CompiledNode } from '#model/compiled-program.ts'
import type { NodeId } from '#model/ids.ts'
import type { BlockEnv } from '#components/kit/view.ts'
import { spacingBox } from '#components/kit/spacing.ts'
import { NodeBoundary } from './node-boundary.tsx'
import { ProblemBox } from './problem-box.tsx'
import { useRuntimeScope, type RuntimeScope } from './scope.ts'

/**
 * Draws one node with all it holds. It follows its own record alone, so a patch of one node draws one node whatever the
 * size of the page, and a view that throws takes only its own box along.
 */
export const NodeView = memo(function NodeView({ id }: { readonly id: NodeId }): ReactElement | null {
  const scope = useRuntimeScope()
  const node = useNode(scope, id)
  const isShown = useIsShown(scope, node)
  if (!node || !(isShown || scope.mode === 'canvas') || isForEditing(scope, node)) return null
  const room = spacingBox(node.props.spacing)
  const box = (
    <div
      className={room ? `sw-node ${room.className}` : 'sw-node'}
      style={room?.style}
      data-node={id}
      data-not-shown={isShown ? undefined : ''}
    >
      <NodeBoundary node={node} scope={scope}>
        {node.problem && (node.problem.code !== 'bad-props' || scope.mode === 'canvas') && (
          <ProblemBox problem={node.problem} type={node.type} scope={scope} />
        )}
        {isDrawable(node) && <BlockBox node={node} scope={scope} />}
      </NodeBoundary>
    </div>
  )
  return scope.wrap ? scope.wrap(node, box) : box
})

/** Draws these nodes one below the other. */
export function NodeList({ ids }: { readonly ids: readonly NodeId[] }): ReactNode {
  return ids.map((id) => <NodeView key={id} id={id} />)
}

function BlockBox({ node, scope }: { readonly node: CompiledNode; readonly scope: RuntimeScope }): ReactNode {
  const View = scope.viewOf(node.type)
  const { data, nowMs } = useFollowed(scope, node.type)
  const slots = useMemo(() => drawnSlots(node.slots), [node.slots])
  const openSlot = scope.useOpenSlot?.(node)
  const env = useMemo(
    (): BlockEnv => ({ mode: scope.mode, language: scope.language, nowMs, openSlot }),
    [scope, nowMs, openSlot],
  )
  if (!View) {
    const problem = { code: 'unknown-block', nodeId: node.id, message: `No view for "${node.type}"` } as const
    return <ProblemBox problem={problem} type={node.type} scope={scope} />
  }
  return <View nodeId={node.id} props={node.props} slots={slots} data={data} host={scope.host} env={env} />
}

/** An empty place can be chosen on the canvas; nobody else is shown that something might stand there. */
function isForEditing({ mode }: RuntimeScope, { problem }: CompiledNode): boolean {
  return problem?.code === 'section-empty' && mode !== 'canvas'
}

/** With `bad-props` the properties are complete all the same; whoever edits is told above the block. */
function isDrawable({ problem }: CompiledNode): boolean {
  return problem === undefined || problem.code === 'bad-props'
}

function useNode(scope: RuntimeScope, id: NodeId): CompiledNode | undefined {
  const { nodes } = scope
  const [subscribe, read] = useMemo(
    () => [(listener: () => void) => nodes.subscribe(id, listener), () => nodes.get(id)] as const,
    [nodes, id],
  )
  return useSyncExternalStore(subscribe, read, read)
}

/** Whether it is to be seen at this moment. On the canvas what is not is drawn all the same, marked. */
function useIsShown({ conditions }: RuntimeScope, node: CompiledNode | undefined): boolean {
  const showWhen = node?.showWhen
  const isShown = () => !showWhen || !conditions || conditions.isShown(showWhen)
  return useSyncExternalStore(showWhen && conditions ? conditions.subscribe : never, isShown, isShown)
}

const never = () => () => {}

/** The data that this block declared, and the clock for blocks that are more than decoration. */
function useFollowed(scope: RuntimeScope, type: string) {
  const [subscribe, read] = useMemo(() => {
    const { shopData, visitorData, interactive } = scope.traitsOf(type)
    const keys = [...shopData, ...visitorData]
    const ticks = interactive || keys.length > 0
    let latest = { data: scope.data.get(), nowMs: scope.now.get() }
    const follow = (listener: () => void) => {
      const stopData = scope.data.subscribe(keys, listener)
      const stopClock = ticks ? scope.now.subscribe(listener) : undefined
      return () => {
        stopData()
        stopClock?.()
      }
    }
    const readLatest = () => {
      const data = scope.data.get()
      const nowMs = ticks ? scope.now.get() : latest.nowMs
      if (nowMs !== latest.nowMs || keys.some((key) => data[key] !== latest.data[key])) latest = { data, nowMs }
      return latest
    }
    return [follow, readLatest] as const
  }, [scope, type])
  return useSyncExternalStore(subscribe, read, read)
}

function drawnSlots(slots: CompiledNode['slots']): { readonly [slot: string]: ReactNode } {
  return Object.fromEntries(
    Object.entries(slots).map(([name, ids]) => [name, ids.map((id) => <NodeView key={id} id={id} />)]),
  )
}
