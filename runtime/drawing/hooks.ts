/** What views ask for: React's hooks, as far as they are used. */
import type { Props } from './drawing.ts'
import { idPrefix } from './element.ts'
import { askedNow, type Hook, type Instance, nextHook } from './instance.ts'
import { redraw } from './tree.ts'

type Deps = readonly unknown[] | undefined

const isSame = (a: Deps, b: Deps) => a !== undefined && b !== undefined && a.every((each, i) => Object.is(each, b[i]))

export function useState<Value>(initial: Value | (() => Value)) {
  const it = askedNow()
  const hook = nextHook() as Hook & { value?: [Value, (next: Value | ((now: Value) => Value)) => void] }
  const valueOf = <Given>(next: Value | ((given: Given) => Value), given: Given) =>
    typeof next === 'function' ? (next as (given: Given) => Value)(given) : next
  hook.value ??= [
    valueOf(initial, undefined),
    (next) => {
      const [now, set] = hook.value!
      const then = valueOf(next, now)
      if (Object.is(now, then)) return
      hook.value = [then, set]
      redraw(it)
    },
  ]
  return hook.value
}

export function useMemo<Value>(make: () => Value, deps: Deps): Value {
  const hook = nextHook()
  if (!isSame(hook.deps, deps)) hook.value = make()
  hook.deps = deps
  return hook.value as Value
}

export const useCallback = <Act>(act: Act, deps: Deps): Act => useMemo(() => act, deps)

export const useRef = <Value>(value: Value) => useMemo(() => ({ current: value }), [])

type Effect = () => unknown

export const useEffect = (act: Effect, deps?: Deps) => useEffectHook(act, deps, false)

export const useLayoutEffect = (act: Effect, deps?: Deps) => useEffectHook(act, deps, true)

function useEffectHook(act: Effect, deps: Deps, isLayout: boolean): void {
  const hook = nextHook()
  if (isSame(hook.deps, deps)) return
  Object.assign(hook, { act, deps, isLayout, waits: true })
}

/** Where ids are made: what the page makes later must not be called like what the server made. */
export const ids = { madeBy: 'page', made: 0 }

export const useId = () => useMemo(() => `${idPrefix}${ids.madeBy}-${ids.made++}`, [])

/** A change between drawing and subscribing is noticed, also when `read` itself is another one. */
export function useSyncExternalStore<Value>(subscribe: (listener: () => void) => () => void, read: () => Value): Value {
  const it = askedNow()
  const value = read()
  const drawn = useRef({ value, read })
  drawn.current = { value, read }
  useEffect(() => {
    const look = () => {
      const { value, read } = drawn.current
      if (!Object.is(value, read())) redraw(it)
    }
    look()
    return subscribe(look)
  }, [subscribe])
  return value
}

/** An instance of a context's provider. */
interface Giver extends Instance {
  given?: unknown
  takers?: Set<Instance>
}

export function createContext<Value>(initial: Value) {
  const Provider = ({ value, children }: Props) => {
    const giver = askedNow() as Giver
    if (giver.given !== value) giver.takers?.forEach(redraw)
    giver.given = value
    return children
  }
  return { Provider, initial }
}

export function useContext<Value>({ Provider, initial }: ReturnType<typeof createContext<Value>>): Value {
  const hook = nextHook()
  const it = askedNow()
  const giver = (hook.value ??= findGiver(it, Provider)) as Giver | null
  if (!giver) return initial
  const takers = (giver.takers ??= new Set())
  takers.add(it)
  hook.end ??= () => takers.delete(it)
  return giver.given as Value
}

function findGiver(it: Instance, Provider: unknown): Giver | null {
  const { parent } = it
  if (!parent) return null
  return (parent.drawing as { type?: unknown }).type === Provider ? parent : findGiver(parent, Provider)
}
