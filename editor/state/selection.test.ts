import { expect, test } from 'vitest'
import type { NodeId, PageId } from '#model/ids.ts'
import type { Program } from '#model/program.ts'
import { outermost } from './selection.ts'

const page = 'page' as PageId
const idOf = (at: number) => `n${at}` as NodeId

/** A page of this many blocks; every tenth holds the nine that follow it. */
function programOf(count: number) {
  const all = Array.from({ length: count }, (_, at) => idOf(at))
  const children = new Map<string, NodeId[]>([[page, []]])
  const parentOf = (at: number) => (at % 10 === 0 ? page : idOf(at - (at % 10)))
  for (const [at, id] of all.entries()) children.set(parentOf(at), [...(children.get(parentOf(at)) ?? []), id])
  let looks = 0
  const program = {
    node(id: NodeId) {
      looks++
      const at = Number(String(id).slice(1))
      return all[at] === id ? { id, place: { parentId: parentOf(at), slot: 'content' } } : undefined
    },
    children: (id: string) => children.get(id) ?? [],
    pages: () => [{ id: page }],
    pageOf: () => page,
  }
  return { all, program: program as unknown as Program, looks: () => looks }
}

test('what stands inside another chosen one is left out, the rest comes in the order of the page', () => {
  const { program } = programOf(40)
  const chosen = [idOf(31), idOf(22), idOf(20), idOf(5), idOf(3)]
  expect(outermost(program, chosen)).toEqual([idOf(3), idOf(5), idOf(20), idOf(31)])
})

test('thousands chosen cost thousands of looks, not millions', () => {
  const { program, all, looks } = programOf(5000)
  expect(outermost(program, all)).toHaveLength(500)
  expect(looks()).toBeLessThan(40_000)
})
