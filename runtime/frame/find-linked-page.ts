import type { NodeId, PageId } from '#model/ids.ts'
import type { WishKind } from '#components/kit/host.ts'
import { placeForLinks } from '../host/addresses.ts'
import type { ProgramState } from '../program-state.ts'

/** The page a link to a dish, a service or a coupon leads to. Walks the program; a tap may cost that. */
export function findLinkedPage(
  { facts, nodes }: Pick<ProgramState, 'facts' | 'nodes'>,
  kind: WishKind,
  id: string,
): PageId | undefined {
  const holds = (nodeId: NodeId, wanted: string): boolean => {
    const node = nodes.get(nodeId)
    if (!node) return false
    return (
      placeForLinks(node) === wanted ||
      Object.values(node.slots).some((children) => children.some((child) => holds(child, wanted)))
    )
  }
  const pages = [...facts.get().pages.values()]
  for (const wanted of [`${kind}:${id}`, `${kind}:`]) {
    const page = pages.find(({ root }) => root.some((nodeId) => holds(nodeId, wanted)))
    if (page) return page.id
  }
  return undefined
}
