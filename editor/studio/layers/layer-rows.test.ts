import { describe, expect, test } from 'vitest'
import { nodeId, pageOf, testPageId, type Box } from '../canvas/testing-page.ts'
import { pageSlot } from '#model/schema.ts'
import { createPruning, createRows, keysAbove, lineOf, openable, rowsFitting } from './layer-rows.ts'

const box = (id: string, rest: Partial<Box> = {}): Box => ({ id, at: [0, 0, 10, 10], ...rest })
const columns = (...left: Box[]): Box =>
  box('columns', {
    type: 'columns',
    slots: { left: { at: [0, 0, 5, 10], holds: left }, right: { at: [5, 0, 5, 10], holds: [] } },
  })
const rules = { columns: { left: {}, right: {} }, text: {} }
const treeOf = (...boxes: Box[]) => pageOf(boxes, rules).tree
const build = createRows()
const rowsOf = (tree: ReturnType<typeof treeOf>) => build(tree.children(testPageId, pageSlot), tree)

describe('rows', () => {
  const tree = treeOf(box('heading'), columns(box('a'), box('b')), box('picture'))
  const rows = rowsOf(tree)

  test('a row that has not changed stays the same object', () => {
    const now = rowsOf(treeOf(box('heading'), columns(box('a')), box('picture')))
    expect(now[0]).toBe(rows[0])
    expect(now[2]).toBe(rows[2])
    expect(now[1]).not.toBe(rows[1])
    expect(now[1]?.rows[1]).toBe(rows[1]?.rows[1])
  })

  test('a search keeps what is around what it finds', () => {
    const found = rowsFitting(rows, ({ key }) => key === 'b')
    expect(openable(found)).toEqual(['columns', 'columns/left'])
    expect(found[0]?.rows[0]?.rows.map(({ key }) => key)).toEqual(['b'])
    expect(rowsFitting(rows, () => false)).toEqual([])
  })

  test('a search stops when it has found many', () => {
    expect(rowsFitting(rows, () => true, 2).map(({ key }) => key)).toEqual(['heading', 'columns'])
  })

  test('what is closed costs nothing, and what stays as it was stays the same object', () => {
    const prune = createPruning()
    const closed = prune(rows, new Set())
    expect(closed[1]).toMatchObject({ key: 'columns', holdsRows: true, rows: [] })
    expect(prune(rows, new Set())[1]).toBe(closed[1])
    const half = prune(rows, new Set(['columns']))
    expect(half[1]?.rows.map(({ rows: inside }) => inside)).toEqual([[], []])
    expect(prune(rows, new Set(['columns']))[1]).toBe(half[1])
    expect(prune(rows, new Set(['columns', 'columns/left']))[1]).toBe(rows[1])
  })

  test('it is known what is around a node, and on which line it is drawn', () => {
    expect(keysAbove(tree, nodeId('b'))).toEqual(['columns', 'columns/left'])
    expect(keysAbove(tree, nodeId('heading'))).toEqual([])
    expect(lineOf(rows, new Set(['columns', 'columns/left']), 'b')).toBe(4)
    expect(lineOf(rows, new Set(), 'picture')).toBe(2)
    expect(lineOf(rows, new Set(), 'b')).toBe(-1)
  })
})
