import type { CompiledNode } from '#model/compiled-program.ts'
import type { NodeId } from '#model/ids.ts'
import { whyNotShown, type ShowFacts } from '#runtime/show-when.ts'

/** What the document must say around a block that is not for everybody, or not for ever. */
export interface ShowMark {
  readonly audience?: 'members' | 'not-members'
  /** From this moment on it must no longer be seen. */
  readonly untilMs?: number
}

export interface ShownPage {
  readonly root: readonly NodeId[]
  /** In the order of a walk from the top, without conditions. A block for members has nothing but its place. */
  readonly nodes: readonly CompiledNode[]
  readonly marks: ReadonlyMap<NodeId, ShowMark>
}

interface Source {
  readonly root: readonly NodeId[]
  readonly nodes: { readonly [id: string]: CompiledNode }
}

/** Type of the empty stand-in for a block that only members get. */
const membersOnly = '_members-only'

/**
 * What anybody may get of a page at this moment: blocks that are not to be seen are left out with all they hold, those
 * for members leave their place behind.
 * @param hoursChangeAtMs - when the shop opens or closes next
 */
export function shownPage(
  page: Source,
  facts: Pick<ShowFacts, 'nowMs' | 'isOpen'>,
  hoursChangeAtMs: number | undefined,
): ShownPage {
  const nodes: CompiledNode[] = []
  const marks = new Map<NodeId, ShowMark>()
  const visit = (id: NodeId): readonly NodeId[] => {
    const node = page.nodes[id]
    if (!node || !isForSomebodyNow(node, facts)) return []
    const { showWhen, ...rest } = node
    const mark = showWhen && markOf(showWhen, hoursChangeAtMs)
    if (mark) marks.set(id, mark)
    if (mark?.audience === 'members') nodes.push({ id, type: membersOnly, props: {}, slots: {} })
    else {
      const at = nodes.push(rest) - 1
      nodes[at] = { ...rest, slots: visitSlots(node, visit) }
    }
    return [id]
  }
  return { root: page.root.flatMap(visit), nodes, marks }
}

/** The blocks of a page that stand there for members alone, with all they hold. For those who have shown that they are. */
export function memberParts(
  page: Source,
  facts: Pick<ShowFacts, 'nowMs' | 'isOpen'>,
): Pick<ShownPage, 'root' | 'nodes'> {
  const member = { ...facts, isMember: true }
  const nodes: CompiledNode[] = []
  const root: NodeId[] = []
  const visit = (id: NodeId, inside: boolean): readonly NodeId[] => {
    const node = page.nodes[id]
    if (!node || whyNotShown(node.showWhen, member)) return []
    const isRoot = !inside && node.showWhen?.audience === 'members'
    if (isRoot) root.push(id)
    const slots = visitSlots(node, (child) => visit(child, inside || isRoot))
    if (inside || isRoot) {
      const { showWhen: _, ...rest } = node
      nodes.push({ ...rest, slots })
    }
    return [id]
  }
  for (const id of page.root) visit(id, false)
  return { root, nodes }
}

function isForSomebodyNow({ showWhen }: CompiledNode, facts: Pick<ShowFacts, 'nowMs' | 'isOpen'>): boolean {
  return whyNotShown(showWhen, { ...facts, isMember: showWhen?.audience === 'members' }) === undefined
}

function visitSlots(node: CompiledNode, visit: (id: NodeId) => readonly NodeId[]): CompiledNode['slots'] {
  return Object.fromEntries(Object.entries(node.slots).map(([slot, ids]) => [slot, ids.flatMap(visit)]))
}

function markOf(
  { audience, untilMs, hours }: NonNullable<CompiledNode['showWhen']>,
  hoursChangeAtMs: number | undefined,
): ShowMark | undefined {
  const ends = [untilMs, hours && hoursChangeAtMs].filter((ms) => ms !== undefined)
  if (audience === undefined && ends.length === 0) return undefined
  return { ...(audience && { audience }), ...(ends.length > 0 && { untilMs: Math.min(...ends) }) }
}
