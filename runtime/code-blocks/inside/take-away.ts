/**
 * Leaves of the worker's world the language and timers, before anything else of the sandbox begins: whatever a browser
 * adds to it one day is gone as well. The policy that the worker runs under forbids network and evaluation besides.
 */
import { codeGlobals } from '#components/kit/code-names.ts'

/** The port that the worker is handed. Taken before what could receive another one is gone. */
export function takePort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const take = ({ ports: [port] }: MessageEvent<unknown>) => {
      if (port) resolve(port)
    }
    globalThis.addEventListener('message', take, { once: true })
  })
}

export function takeAway(): void {
  const world: object = globalThis
  for (let place: object | null = world; place && place !== Object.prototype; place = Object.getPrototypeOf(place)) {
    for (const name of Reflect.ownKeys(place)) {
      if (typeof name === 'string' && codeGlobals.has(name)) continue
      if (Reflect.deleteProperty(place, name)) continue
      // What cannot be deleted says nothing any more.
      Reflect.defineProperty(place, name, { value: undefined })
    }
  }
}

/**
 * Nothing of the language can be changed under the feet of others in this worker: what tries to, stops with an error that
 * says so.
 */
export function freezeLanguage(): void {
  const holders: readonly unknown[] = [
    ...[...codeGlobals].map((name): unknown => Reflect.get(globalThis, name)),
    Function,
    ...[[], new Map(), new Set(), ''].map((each) => Object.getPrototypeOf(each[Symbol.iterator]())),
    ...[async () => {}, function* () {}, async function* () {}].map((each) => Object.getPrototypeOf(each)),
    Object.getPrototypeOf(Uint8Array),
  ]
  for (const holder of holders) {
    if ((typeof holder !== 'object' && typeof holder !== 'function') || holder === null) continue
    const { prototype } = holder as { readonly prototype?: unknown }
    if (typeof prototype === 'object' && prototype !== null) Object.freeze(prototype)
    if (typeof prototype === 'function') Object.freeze(prototype)
    Object.freeze(holder)
  }
}
