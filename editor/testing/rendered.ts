/**
 * Counts which components React drew. Import before anything that imports React DOM: it looks for the hook of the
 * developer tools once, when it is loaded.
 */
interface Fiber {
  readonly alternate: Fiber | null
  readonly flags: number
  readonly child: Fiber | null
  readonly sibling: Fiber | null
  readonly type: unknown
}

/** React's mark of a component that was called in this commit. */
const PERFORMED_WORK = 1

const roots: ((root: Fiber) => void)[] = []

Object.assign(globalThis, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    isDisabled: false,
    inject: () => 1,
    onCommitFiberRoot: (_id: number, { current }: { readonly current: Fiber }) => {
      for (const listener of roots) listener(current)
    },
    onCommitFiberUnmount: () => undefined,
    onPostCommitFiberRoot: () => undefined,
  },
})

/** How often each component was drawn while this ran, by its name. */
export async function renderedDuring(run: () => Promise<void>): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  const look = (fiber: Fiber | null) => {
    for (let at = fiber; at; at = at.sibling) {
      const before = at.alternate
      const name = nameOf(at.type)
      if (name !== undefined && (before === null || (at.flags & PERFORMED_WORK) !== 0))
        counts.set(name, (counts.get(name) ?? 0) + 1)
      // What React left alone still has the children of last time.
      if (before === null || before.child !== at.child) look(at.child)
    }
  }
  roots.push(look)
  try {
    await run()
  } finally {
    roots.splice(roots.indexOf(look), 1)
  }
  return counts
}

function nameOf(type: unknown): string | undefined {
  if (typeof type === 'function') return type.name
  if (typeof type !== 'object' || type === null) return undefined
  const { type: inner, render } = type as { readonly type?: unknown; readonly render?: unknown }
  return nameOf(inner ?? render)
}
