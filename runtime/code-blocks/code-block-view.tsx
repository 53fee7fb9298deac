import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import type { JsonObject, JsonValue } from '#model/json.ts'
import type { ShownCodeBlock } from '#components/kit/code-block.ts'
import type { BlockViewProps } from '#components/kit/view.ts'
import { useRuntimeScope } from '../scope.ts'
import { answerCall } from './answer-call.ts'
import { DrawnElements } from './drawn-elements.tsx'
import type { DrawnElement } from './drawing.ts'
import { runBlock, type BlockRun } from './run-block.ts'
import { createTypedValues } from './typed-values.ts'
import type { StopReason } from './wire.ts'
import './code-block.css'

interface Shown {
  readonly elements?: readonly DrawnElement[]
  readonly stopped?: { readonly reason: StopReason; readonly message: string }
}

/**
 * A placed code block: its code runs in a worker of its own, and what that says is drawn here. Until it has drawn for the
 * first time, and on the server, there is the room it said it takes. A newer version takes over once it has drawn.
 */
export function CodeBlockView({ nodeId, props, host, env }: BlockViewProps<JsonObject>): ReactElement {
  const scope = useRuntimeScope()
  const type = scope.nodes.get(nodeId as never)?.type ?? ''
  const [block, setBlock] = useState<ShownCodeBlock | undefined>(() => scope.codeBlocks?.find(type))
  const [shown, show] = useState<Shown>({})
  const [typed] = useState(createTypedValues)
  const run = useRef<BlockRun | undefined>(undefined)
  const taps = useRef(false)
  const given = useMemo(() => ({ props, env }), [props, env])

  useEffect(() => {
    const read = () => setBlock(() => scope.codeBlocks?.find(type))
    read()
    return scope.codeBlocks?.subscribe(type, read)
  }, [scope, type])

  useEffect(() => {
    if (block?.code === undefined || !scope.codeBlocks) return
    const { capabilities } = block.definition
    const started = runBlock(
      scope.codeBlocks.startWorker(block.code),
      { nodeId, given },
      {
        drawn(elements, heard) {
          typed.heard(heard)
          show({ elements })
        },
        stopped(reason, message) {
          show({ stopped: { reason, message } })
          scope.viewFailed(nodeId as never, new Error(message))
        },
        call: (method, argument) =>
          answerCall(
            {
              host,
              type,
              capabilities,
              takeTap() {
                const had = taps.current
                taps.current = false
                return had
              },
            },
            method,
            argument,
          ),
      },
    )
    run.current = started
    return () => started.stop()
  }, [block, scope, type])

  const first = useRef(given)
  useEffect(() => {
    if (first.current !== given) run.current?.give(given)
    first.current = given
  }, [given])

  const happened = (id: number, name: string, detail: JsonValue) => {
    if (name === 'onClick' || name === 'onChange') taps.current = true
    const event = run.current?.tell(id, name, detail)
    const value = (detail as { readonly value?: JsonValue } | null)?.value
    if (event !== undefined && name === 'onInput' && value !== undefined) typed.typed(id, value, event)
  }

  const { elements, stopped } = shown
  if (stopped) {
    const told = scope.tellStopped?.(stopped.reason)
    return (
      <div className="sw-problem sw-code-stopped" data-stopped={stopped.reason} role={told ? 'note' : undefined}>
        {told}
        {told && <code className="sw-code-stopped__message">{stopped.message}</code>}
      </div>
    )
  }
  if (!elements) return <div className="sw-code sw-code--waiting" style={{ minHeight: reservedPx(block) }} />
  return (
    <div className="sw-code">
      <DrawnElements elements={elements} typed={typed} happened={env.mode === 'canvas' ? undefined : happened} />
    </div>
  )
}

const USUAL_HEIGHT_PX = 96

function reservedPx(block: ShownCodeBlock | undefined): string {
  return `${block?.definition.heightPx ?? USUAL_HEIGHT_PX}px`
}
