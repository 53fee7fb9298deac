import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { compileProgram } from '#compiler/index.ts'
import {
  compareDocs,
  insertNode,
  moveNode,
  pageSlot,
  removeNode,
  setName,
  setProp,
  setTheme,
  type Program,
} from '#model/index.ts'
import { en } from '#editor/words/en.ts'
import { zhCn } from '#editor/words/zh-cn.ts'
import { testingContext } from '../commands/testing-context.ts'
import { frozen } from './open-version.ts'
import { groupChanges } from './say-changes.ts'

/** What an edit changed, as lines of text. */
function told(
  prepare: (program: Program) => void,
  edit: (program: Program) => void,
  words = en as typeof en | typeof zhCn,
) {
  const { program } = testingContext()
  prepare(program)
  const before: Y.Doc = frozen(program.doc)
  edit(program)
  const changes = compareDocs(before, program.doc).map((change) => ({ change, by: [] }))
  const teller = { words, locale: words === en ? 'en' : 'zh-CN', program: compileProgram(program), doc: program }
  const titleOf = (id: string) => program.pages().find((page) => page.id === id)?.title
  return groupChanges(changes, teller, titleOf).flatMap(({ title, items }) =>
    items.flatMap(({ look, name, quote, where, lines }) => [
      `${title}: ${look} ${name}${quote && ` “${quote}”`}${where && `, ${where}`}`,
      ...lines.flatMap(({ details }) =>
        details.map(({ label, before, after }) => `  ${label}: ${textOf(before)} → ${textOf(after)}`),
      ),
    ]),
  )
}

const textOf = (shown: { readonly text?: string } | object | undefined) => (shown && 'text' in shown ? shown.text : '')

const heading = (program: Program, text: string) => {
  const parentId = program.pages()[0]!.id
  insertNode(program, { type: 'heading', props: { text }, to: { parentId, slot: pageSlot, index: 9 } })
}
const nth = (program: Program, index: number) => program.children(program.pages()[0]!.id)[index]!

test('fields are told by page, block and label with what was and is, in both languages', () => {
  const edit = (program: Program) => void setProp(program, nth(program, 0), 'text', 'Hot noodles')
  expect(told((program) => heading(program, 'Noodles'), edit)).toEqual([
    'Home: changed Heading “Hot noodles”',
    '  Headline: Noodles → Hot noodles',
  ])
  const [chinese = ''] = told((program) => heading(program, 'Noodles'), edit, zhCn)
  expect(chinese).toContain('标题')
})

test('what came, went and moved, and what belongs to the whole program', () => {
  const lines = told(
    (program) => ['A', 'B', 'C'].forEach((text) => heading(program, text)),
    (program) => {
      moveNode(program, nth(program, 0), { parentId: program.pages()[0]!.id, slot: pageSlot, index: 2 })
      removeNode(program, nth(program, 0))
      heading(program, 'D')
      setName(program, 'Soup')
      setTheme(program, { density: 'airy' })
    },
  )
  expect(lines).toEqual([
    'Whole program: changed Program',
    '  Name of the program: Test → Soup',
    'Whole program: changed Theme',
    '  Room: nothing → Airy',
    'Home: removed Heading “B”',
    expect.stringMatching(/Home: moved Heading “[AC]”, stands elsewhere on the page/),
    'Home: added Heading “D”',
  ])
})
