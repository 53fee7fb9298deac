import { test } from 'vitest'
import type { Outcome } from '../outcome.ts'
import { checkEdit } from '../testing/check-edit.ts'
import { node, page } from '../testing/peers.ts'
import { duplicateNode } from './duplicate-node.ts'
import { insertNode, insertNodes } from './insert-node.ts'
import { moveNode } from './move-node.ts'
import { addPage, changePage, movePage, removePage } from './pages.ts'
import { removeNode } from './remove-node.ts'
import { setProp, setText } from './set-prop.ts'
import { setTheme } from './set-theme.ts'

const root = page('root')
const at = (parentId: string, index: number, slot = 'main') => ({ parentId: node(parentId), slot, index })

function valueOf<Value>(outcome: Outcome<string, Value>): Value {
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value
}

test('moving: result, undo, and the same everywhere', () => {
  checkEdit('root(a b c)', (program) => moveNode(program, node('c'), at(root, 0)), 'root(c a b)')
  checkEdit('root(a(x y) b)', (program) => moveNode(program, node('y'), at('b', 0, 'left')), 'root(a(x) b/left(y))')
  checkEdit('root(a(x)) second()', (program) => moveNode(program, node('a'), at('second', 0)), 'root() second(a(x))')
})

test('adding and copying: result, undo, and the same everywhere', () => {
  const box = { type: 'box', props: { text: 'hi' } }
  const isSharedText = () => true
  checkEdit(
    'root(a)',
    (program) => valueOf(insertNode(program, { ...box, to: at('a', 0) }, { isSharedText })),
    (id) => `root(a(${id}))`,
  )
  checkEdit(
    'root(a b)',
    (program) => valueOf(insertNodes(program, [box, box], at(root, 1))),
    (ids) => `root(a ${ids.join(' ')} b)`,
  )
  checkEdit(
    'root(a b)',
    (program) => valueOf(duplicateNode(program, node('a'))),
    (id) => `root(a ${id} b)`,
  )
})

test('deleting: result, undo, and the same everywhere', () => {
  checkEdit('root(a(x(y)) b)', (program) => removeNode(program, node('a')), 'root(b)')
  checkEdit('root(a) second(b)', (program) => removePage(program, root), 'second(b)')
  checkEdit('root(a b c)', (program) => ['a', 'b', 'c'].map((id) => removeNode(program, node(id))), 'root()')
})

test('changing pages, properties and the theme: result, undo, and the same everywhere', () => {
  checkEdit('root() second()', (program) => movePage(program, root, 1), 'second() root()')
  checkEdit(
    'root()',
    (program) => addPage(program, { title: 'Menu', tab: { label: 'Menu', icon: 'bowl' } }),
    (id) => `root() ${id}()`,
  )
  checkEdit(
    'root() second()',
    (program) => changePage(program, page('second'), { slug: '', title: 'Home' }),
    'root() second()',
  )
  checkEdit('root(a)', (program) => setProp(program, node('a'), 'label', { deep: [1] }), 'root(a)')
  checkEdit('root(a)', (program) => setProp(program, node('a'), 'label', undefined), 'root(a)')
  checkEdit('root(a)', (program) => setText(program, node('a'), 'title', 'Hello 🍜'), 'root(a)')
  checkEdit('root(a)', (program) => setTheme(program, { accent: '#c0392b', radiusPx: 8 }), 'root(a)')
})
