/**
 * No browser lets a page say how much memory a worker may have. What can be asked for in one go is bounded here, what grows
 * in a loop by the watch from outside, which stops a block that no longer answers.
 */

/** One text, one buffer. */
const MOST_BYTES = 16 * 1024 * 1024
/** One list that is made long at once. */
const MOST_ITEMS = 1_000_000

export class OutOfRoom extends RangeError {
  override readonly name = 'OutOfRoom'
}

const refuse = (): never => {
  throw new OutOfRoom('It asked for more memory than a block may have at once')
}

type Constructor = new (...args: readonly never[]) => object

export function limitMemory(): void {
  const names = Object.getOwnPropertyNames(globalThis).filter((name) => /Array(Buffer)?$/.test(name))
  for (const name of names) {
    const real = Reflect.get(globalThis, name) as Constructor & { readonly BYTES_PER_ELEMENT?: number }
    const most = name === 'Array' ? MOST_ITEMS : MOST_BYTES / (real.BYTES_PER_ELEMENT ?? 1)
    const check = (args: readonly unknown[]) => {
      const [first] = args
      const length =
        typeof first === 'object' && first !== null ? lengthOf(first) : args.length === 1 ? Number(first) : 0
      if (length > most) refuse()
    }
    const limited = new Proxy(real, {
      construct: (target, args, newTarget) => (check(args), Reflect.construct(target, args, newTarget) as object),
      apply: (target, self, args) => (check(args), Reflect.apply(target as never, self, args) as object),
    })
    limitFrom(real, most)
    Reflect.defineProperty(globalThis, name, { value: limited })
    Reflect.defineProperty(real.prototype as object, 'constructor', { value: limited })
  }
  limitFrom(Object.getPrototypeOf(Uint8Array) as Constructor, MOST_BYTES)
  limitTexts()
}

function limitFrom(real: Constructor, most: number): void {
  if (!Object.hasOwn(real, 'from')) return
  const from = Reflect.get(real, 'from') as (...args: readonly unknown[]) => unknown
  const limited = function (this: unknown, source: unknown, ...more: readonly unknown[]): unknown {
    if (typeof source === 'object' && source !== null && lengthOf(source) > most) refuse()
    return Reflect.apply(from, this, [source, ...more])
  }
  Reflect.defineProperty(real, 'from', { value: limited })
}

function lengthOf(value: object): number {
  return Number((value as { readonly length?: unknown }).length ?? 0)
}

function limitTexts(): void {
  const { prototype } = String
  const limit = <Args extends readonly unknown[]>(
    name: 'repeat' | 'padStart' | 'padEnd',
    size: (text: string, args: Args) => number,
  ) => {
    const real = prototype[name] as unknown as (...args: Args) => string
    const limited = function (this: string, ...args: Args): string {
      if (size(String(this), args) > MOST_BYTES) refuse()
      return Reflect.apply(real, this, args)
    }
    Reflect.defineProperty(prototype, name, { value: limited, writable: true, configurable: true })
  }
  limit<readonly [number]>('repeat', (text, [count]) => text.length * count)
  limit<readonly [number]>('padStart', (_, [length]) => length)
  limit<readonly [number]>('padEnd', (_, [length]) => length)
}
