import type { WishKind } from './host.ts'

/** Name of the element a link into a page leads to, so that it works before, or without, any script. */
export function anchorOf(kind: WishKind, id: string): string {
  return `${kind}-${id}`
}
