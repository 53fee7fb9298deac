import { expect, test } from 'vitest'
import { addPage, changePage, insertNode, setProp, setTheme, transact, type Undo } from '#model/index.ts'
import { pageSlot } from '#model/index.ts'
import { en } from '#editor/words/en.ts'
import { zhCn } from '#editor/words/zh-cn.ts'
import { testingContext } from '../commands/testing-context.ts'
import { goToStep } from './go-to-step.ts'
import { sayStep } from './say-step.ts'
import { since } from './since.ts'

function steps() {
  const context = testingContext()
  const { program, view, undo, blocks } = context
  const parentId = view.getState().pageId!
  const edit = (name: string, run: () => unknown, about?: { readonly en: string; readonly 'zh-CN': string }) =>
    transact(program, { by: 'command', name, ...(about && { about }) }, run)
  edit('insert-block', () => insertNode(program, { type: 'heading', to: { parentId, slot: pageSlot, index: 0 } }))
  edit('insert-block', () => insertNode(program, { type: 'text', to: { parentId, slot: pageSlot, index: 1 } }))
  const [heading] = program.children(parentId)
  edit('change-property', () => setProp(program, heading!, 'size', 'l'))
  const menu = addPage(program, { title: 'Menu' })
  edit('change-page', () => changePage(program, menu, { title: 'Lunch' }))
  edit('change-theme', () => setTheme(program, { accent: '#000000' }), { en: 'Night', 'zh-CN': '夜色' })
  edit('a-step-of-tomorrow', () => setTheme(program, { accent: '#111111' }))
  return { undo, said: (words: typeof en | typeof zhCn) => undo.undoSteps.map((step) => sayStep(step, words, blocks)) }
}

test('steps are said in words, in both languages, and never by a name that only code has', () => {
  const { said } = steps()
  expect(said(en)).toEqual([
    'Insert Heading',
    'Insert Text',
    'Change “Size” of Heading',
    'Rename the page “Menu” to “Lunch”',
    'Apply the theme “Night”',
    'Change',
  ])
  expect(said(zhCn)).toEqual([
    '添加标题',
    '添加文字',
    '修改标题的“字号”',
    '页面由“Menu”改名为“Lunch”',
    '使用主题“夜色”',
    '修改',
  ])
})

test('one goes to any step, back and forth', () => {
  const { undo } = steps()
  goToStep(undo, 1)
  expect([undo.undoSteps.length, undo.redoSteps.length]).toEqual([1, 5])
  goToStep(undo, 4)
  expect(undo.nextUndo?.name).toBe('change-page')
  goToStep(undo, 0)
  expect(undo.canUndo).toBe(false)
})

test('a step that cannot be taken does not hold up for ever', () => {
  const stuck = { undoSteps: [{}], redoSteps: [], undo: () => undefined, redo: () => undefined } as unknown as Undo
  expect(goToStep(stuck, 0)).toBeUndefined()
})

test('times are told as people tell them', () => {
  const told = (passedMs: number, language = 'en') => since(0, passedMs, language, 'just now')
  expect([told(-5), told(59_000), told(60_000), told(3 * 3_600_000)]).toEqual([
    'just now',
    'just now',
    '1 min. ago',
    '3 hr. ago',
  ])
  expect(told(120_000, 'zh-CN')).toBe('2分钟前')
})
