import type { Host, WishKind } from '#components/kit/host.ts'

interface Wish {
  readonly kind: WishKind
  readonly id: string
}

export interface Wishes extends NonNullable<Host['wish']> {
  ask(wish: Wish | undefined): void
}

/** Keeps what a link asks for until the block that can show it takes it. */
export function createWishes(first?: Wish): Wishes {
  let present = first
  const listeners = new Set<() => void>()
  return {
    take(kind) {
      if (present?.kind !== kind) return undefined
      const { id } = present
      present = undefined
      return id
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ask(wish) {
      present = wish
      if (wish) for (const listener of [...listeners]) listener()
    },
  }
}

/** What an address asks for by its last part, e.g. `#dish-0192…`. */
export function wishInAddress(hash: string): Wish | undefined {
  const match = /^#(dish|service|coupon)-([\w-]{1,64})$/.exec(hash)
  return match ? { kind: match[1] as WishKind, id: match[2] as string } : undefined
}
