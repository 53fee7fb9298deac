import { expect, test } from 'vitest'
import type { CompiledNode, CompiledProgram } from '#model/compiled-program.ts'
import type { NodeId, PageId } from '#model/ids.ts'
import { createProgramState } from '../program-state.ts'
import { findLinkedPage } from './find-linked-page.ts'

const node = (id: string, type: string, more: Partial<CompiledNode> = {}): CompiledNode => ({
  id: id as NodeId,
  type,
  props: {},
  slots: {},
  ...more,
})
const page = (id: string, nodes: readonly CompiledNode[], root: readonly string[]) => ({
  id: id as PageId,
  slug: id,
  title: id,
  root: root as readonly NodeId[],
  nodes: Object.fromEntries(nodes.map((each) => [each.id, each])),
})

test('a link to a dish finds the menu wherever it stands, one to a service the booking that offers it', () => {
  const inside = node('box', 'section', { slots: { content: ['menu' as NodeId] } })
  const pages = [
    page('home', [node('a', 'booking', { props: { service: 'hall' } })], ['a']),
    page('order', [inside, node('menu', 'menu')], ['box']),
    page('book', [node('b', 'booking', { props: { service: '' } })], ['b']),
  ]
  const state = createProgramState({ pages, tabs: [] } as unknown as CompiledProgram)
  expect(findLinkedPage(state, 'dish', 'any')).toBe('order')
  expect(findLinkedPage(state, 'service', 'hall')).toBe('home')
  expect(findLinkedPage(state, 'service', 'table')).toBe('book')
})

test('a link leads nowhere while nothing shows what it names', () => {
  const state = createProgramState({
    pages: [page('home', [node('m', 'menu', { showWhen: { hidden: true } })], ['m'])],
    tabs: [],
  } as unknown as CompiledProgram)
  expect(findLinkedPage(state, 'dish', 'any')).toBeUndefined()
})
