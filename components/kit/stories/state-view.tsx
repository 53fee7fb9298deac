import { type ReactNode, useEffect, useState } from 'react'
import type { JsonObject } from '#model/json.ts'
import type { PageId } from '#model/ids.ts'
import type { NodeSpec, SpecValue } from '#model/program-spec.ts'
import { resolveSpecValue } from '#model/spec-value.ts'
import { definitions } from '../../definitions.ts'
import { slowed } from '../../situations/slowed.ts'
import { findView } from '../../views.ts'
import type { Host } from '../host.ts'
import { parseProps } from '../parse-props.ts'
import type { BlockData, BlockEnv } from '../view.ts'
import type { BlockState, Language } from './block-state.ts'
import { type HostWatcher, mockHost } from './mock-host.ts'
import { loaded, loading, mockNowMs, mockShop } from './mock-shop.ts'
import { inSituation } from './story-scene.ts'

/** A state's saved properties in one language. */
export function propsOfState(state: BlockState, language: Language): JsonObject {
  return saved(state.props ?? {}, language)
}

/** Properties in one language; pages are known by their slugs. */
function saved(props: { readonly [name: string]: SpecValue }, language: Language): JsonObject {
  const context = { language, pageIdOf: (slug: string) => slug as PageId }
  return Object.fromEntries(Object.entries(props).map(([name, value]) => [name, resolveSpecValue(value, context)]))
}

/** Draws a block in one of its states, as a runtime would. */
export function StateView(props: {
  readonly type: string
  readonly state: BlockState
  readonly language: Language
  readonly mode?: BlockEnv['mode']
  /** Saved properties that differ from the state's. */
  readonly change?: JsonObject
  readonly watch?: HostWatcher
  /** How long data and answers take to arrive. */
  readonly delayMs?: number
}) {
  const { type, state, language, mode = 'live', change = {}, watch = () => {}, delayMs = 0 } = props
  const arrived = useArrival(delayMs)
  const data: BlockData = { ...nothingLoaded, shop: loaded(mockShop(language)), ...state.data?.(language) }
  const env: BlockEnv = { mode, language, nowMs: mockNowMs, ...state.env }
  const world = inSituation(type, state, { data, env, host: mockHost(state, watch) })
  if (delayMs > 0) {
    const host = { ...world.host, shop: slowed(world.host.shop, delayMs) }
    const slow = { ...world, host, data: arrived ? world.data : nothingLoaded }
    return drawn('n1', type, { ...propsOfState(state, language), ...change }, state.slots ?? {}, slow)
  }
  return drawn('n1', type, { ...propsOfState(state, language), ...change }, state.slots ?? {}, world)
}

function useArrival(delayMs: number): boolean {
  const [arrivedAfterMs, setArrivedAfterMs] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setArrivedAfterMs(delayMs), delayMs)
    return () => clearTimeout(timer)
  }, [delayMs])
  return arrivedAfterMs === delayMs
}

const nothingLoaded: BlockData = {
  shop: loading,
  menu: loading,
  services: loading,
  membership: loading,
  coupons: loading,
  card: loading,
  orders: loading,
  bookings: loading,
  wallet: loading,
  order: loading,
  queue: loading,
}

type World = { readonly data: BlockData; readonly env: BlockEnv; readonly host: Host }

function drawn(
  id: string,
  type: string,
  raw: JsonObject,
  children: NonNullable<NodeSpec['slots']>,
  world: World,
): ReactNode {
  const View = findView(type)
  const definition = definitions[type]
  if (!View || !definition) throw new Error(`No block "${type}"`)
  const { props, problems } = parseProps(definition.fields, raw)
  if (problems.length) throw new Error(`${type}: ${problems.map((problem) => problem.message).join('; ')}`)
  const slots = Object.keys(definition.slots).map((slot): [string, ReactNode] => [
    slot,
    (children[slot] ?? []).map((child, index) => {
      const childId = `${id}-${slot}-${index}`
      const childProps = saved(child.props ?? {}, world.env.language)
      return <div key={childId}>{drawn(childId, child.type, childProps, child.slots ?? {}, world)}</div>
    }),
  ])
  return <View nodeId={id} props={props as JsonObject} slots={Object.fromEntries(slots)} {...world} />
}
