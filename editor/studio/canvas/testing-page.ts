/** A page for tests: boxes with names, so that a test reads like the picture it means. */
import type { NodeId, PageId, ParentId } from '#model/ids.ts'
import { pageSlot } from '#model/schema.ts'
import type { MeasuredNode, Rect } from '#runtime/frame/protocol.ts'
import type { DropMap } from './find-drop-place.ts'
import type { DropTree } from './drop-tree.ts'

export interface Box {
  readonly id: string
  readonly type?: string
  readonly at: readonly [x: number, y: number, width: number, height: number]
  readonly slots?: {
    readonly [name: string]: { readonly at: Box['at']; readonly axis?: 'horizontal'; readonly holds: readonly Box[] }
  }
}

export interface SlotRules {
  readonly [type: string]: {
    readonly [slot: string]: { readonly accepts?: readonly string[]; readonly maxChildren?: number }
  }
}

export const testPageId = 'page' as PageId
export const nodeId = (id: string) => id as NodeId

export function pageOf(
  boxes: readonly Box[],
  rules: SlotRules = {},
  standsIn: { readonly [type: string]: readonly string[] } = {},
): { readonly map: DropMap; readonly tree: DropTree } {
  const measured = new Map<string, MeasuredNode>()
  const children = new Map<string, NodeId[]>()
  const places = new Map<string, { parentId: ParentId; slot: string }>()
  const types = new Map<string, string>()
  const read = (box: Box, parentId: ParentId, slot: string) => {
    const id = nodeId(box.id)
    const key = `${parentId}/${slot}`
    children.set(key, [...(children.get(key) ?? []), id])
    places.set(id, { parentId, slot })
    types.set(id, box.type ?? 'text')
    const slots = Object.entries(box.slots ?? {})
    measured.set(id, {
      id,
      box: 1,
      rect: rectOf(box.at),
      slots: slots.map(([name, { at, axis }]) => ({ name, rect: rectOf(at), axis: axis ?? 'vertical' })),
      texts: [],
    })
    for (const [name, { holds }] of slots) for (const held of holds) read(held, id, name)
  }
  for (const box of boxes) read(box, testPageId, pageSlot)

  const isWithin = (id: ParentId, ancestor: NodeId): boolean => {
    if (id === ancestor) return true
    const place = places.get(id)
    return place !== undefined && isWithin(place.parentId, ancestor)
  }
  return {
    map: { widthPx: 400, heightPx: 800, find: (id) => measured.get(id) },
    tree: {
      pageId: testPageId,
      children: (parentId, slot) => children.get(`${parentId}/${slot}`) ?? [],
      typeOf: (id) => types.get(id),
      slotNames: (id) => measured.get(id)?.slots.map(({ name }) => name) ?? [],
      placeOf: (id) => places.get(id),
      isWithin,
      definitionOf: (type) => {
        const names = Object.keys(rules[type] ?? { content: {}, left: {}, right: {}, row: {} })
        const label = { en: '', 'zh-CN': '' }
        return {
          standsIn: standsIn[type],
          slots: Object.fromEntries(names.map((name) => [name, { label, axis: 'vertical', ...rules[type]?.[name] }])),
        }
      },
    },
  }
}

function rectOf([x, y, width, height]: Box['at']): Rect {
  return { x, y, width, height }
}
