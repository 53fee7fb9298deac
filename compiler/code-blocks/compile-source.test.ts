import { expect, test } from 'vitest'
import { compileSource, MOST_SOURCE_LENGTH } from './compile-source.ts'

const whole = `import { useState } from 'react'
import { Button, Text, View } from 'shopwright/primitives'
import { defineBlock, type ViewProps } from 'shopwright/kit'

interface Count { readonly n: number }

export default defineBlock({
  label: { en: 'Counter', 'zh-CN': '计数器' },
  capabilities: ['toast'],
  fields: {
    title: { kind: 'text', label: { en: 'Title', 'zh-CN': '标题' }, default: 'Hello', maxLength: 40 },
  },
  view: ({ props, host }) => {
    const [count, setCount] = useState<Count>({ n: 0 })
    return (
      <View style={{ padding: '16px' }}>
        <Text>{props.title} {count.n}</Text>
        <Button onClick={() => { setCount({ n: count.n + 1 }); host.toast('Counted') }}><Text>+</Text></Button>
      </View>
    )
  },
})
`

/** What is said of a source, as `line: sentence`. */
function problemsOf(source: string): readonly string[] {
  const compiled = compileSource(source)
  return compiled.ok ? [] : compiled.problems.map(({ line, message }) => `${line}: ${message}`)
}

const withField = (field: string) => whole.replace(/title: \{ .* \},/, `title: ${field},`)
const withView = (statement: string) => whole.replace('return (', `${statement}\n    return (`)

test('a block becomes its definition and a module that asks for what it imports', () => {
  const compiled = compileSource(whole)
  if (!compiled.ok) throw new Error(problemsOf(whole).join('; '))
  const { definition, code } = compiled.block
  expect(definition).toEqual({
    label: { en: 'Counter', 'zh-CN': '计数器' },
    capabilities: ['toast'],
    fields: { title: { kind: 'text', label: { en: 'Title', 'zh-CN': '标题' }, default: 'Hello', maxLength: 40 } },
  })
  const asked: string[] = []
  const exports: { default?: { view?: unknown } } = {}
  const stand = new Proxy({}, { get: (_, name) => (name === 'defineBlock' ? (block: unknown) => block : () => null) })
  // oxlint-disable-next-line no-new-func -- compiled right here, from a source of this test
  new Function('exports', 'require', code)(exports, (name: string) => (asked.push(name), stand))
  expect(exports.default?.view).toBeTypeOf('function')
  expect(asked.toSorted()).toEqual(['react', 'react/jsx-runtime', 'shopwright/kit', 'shopwright/primitives'])
})

test('lines stay where they are, so what fails later is told with the line that its writer sees', () => {
  const compiled = compileSource(withView('missing.call(count)'.replace('missing', 'props')))
  const line = compiled.ok ? compiled.block.code.split('\n').findIndex((text) => text.includes('props.call(')) : -1
  expect(line + 1).toBe(15)
})

test('a mistake in the language is told at its line', () => {
  expect(problemsOf(whole.replace('</View>', ''))).toEqual([expect.stringMatching(/^18: Unterminated JSX/)])
  expect(problemsOf('const = 1')).toEqual([expect.stringMatching(/^1: Unexpected token/)])
})

test.each([
  ['document', 'document.title'],
  ['window', 'window.top'],
  ['globalThis', 'globalThis.postMessage'],
  ['self', 'self.close()'],
  ['fetch', "fetch('https://elsewhere.example')"],
  ['eval', "eval('1')"],
  ['Function', "Function('return this')()"],
  ['localStorage', "localStorage.getItem('x')"],
  ['indexedDB', 'indexedDB.open("x")'],
  ['XMLHttpRequest', 'new XMLHttpRequest()'],
  ['WebSocket', "new WebSocket('wss://elsewhere.example')"],
  ['Worker', "new Worker('x')"],
  ['importScripts', "importScripts('x')"],
  ['navigator', 'navigator.sendBeacon("x")'],
  ['require', "require('fs')"],
  ['process', 'process.env'],
])('`%s` does not compile', (name, use) => {
  expect(problemsOf(withView(use))).toEqual([
    `15: \`${name}\` is not there: a block reaches its fields, primitives and host only`,
  ])
})

test('a name of its own is not taken for one of the page, and types are none', () => {
  expect(problemsOf(withView("const window: Record<'a', Document> | null = null; void window"))).toEqual([])
})

test('only primitives, the kit and hooks can be imported', () => {
  expect(problemsOf(`import fs from 'node:fs'\nfs.rmSync('/')\n${whole}`)).toEqual([
    '1: `node:fs` cannot be imported: there are react, shopwright/primitives and shopwright/kit',
  ])
  expect(problemsOf(`import 'https://elsewhere.example/x.js'\n${whole}`)).toHaveLength(1)
  expect(problemsOf(whole.replace('Button, Text', 'Sheet as Button, Text'))).toEqual([
    '2: `shopwright/primitives` has no `Sheet`',
  ])
  expect(problemsOf(whole.replace('{ useState }', '{ useState, createElement }') + 'createElement("div")')).toEqual([
    '1: `react` has no `createElement`',
  ])
  expect(problemsOf(withView("void import('react')"))).toEqual(['15: Nothing can be imported while a block runs'])
  expect(problemsOf(withView('void import.meta.url'))).toEqual(['15: `import.meta` is not there'])
  expect(problemsOf(`${whole}export * from 'react'`)).toEqual(['23: A block exports itself and nothing of others'])
  expect(problemsOf(`import * as all from 'react'\nall.useState()\n${whole}`)[0]).toMatch(/^1: Import what you need/)
})

test('no element has a name of its own', () => {
  expect(problemsOf(whole.replaceAll('View style', 'div style').replace('</View>', '</div>'))).toContain(
    '16: <div> is not there: blocks draw with primitives such as <View> and <Text>',
  )
})

test.each([
  ["{ kind: 'txt' }", /^11: Block "Counter": field "title" has no kind that there is/],
  [
    "{ kind: 'text', label: { en: 'Title', 'zh-CN': '标题' }, default: '' }",
    /^11: Block "Counter": field "title" needs "maxLength", a number$/,
  ],
  ["{ kind: 'switch', label: 'Title', default: true }", /^11: Block "Counter": field "title" needs a label/],
  [
    "{ kind: 'switch', label: { en: 'T', 'zh-CN': 'T' }, default: 'yes' }",
    /^11: Block "Counter": field "title" has a default that does not fit: .* true or false/,
  ],
  [
    "{ kind: 'switch', label: { en: 'T', 'zh-CN': 'T' }, default: true, colour: 'red' }",
    /^11: Block "Counter": field "title" has "colour", which a field of the kind "switch" does not have$/,
  ],
  [
    "{ kind: 'switch', label: { en: 'T', 'zh-CN': 'T' }, default: true, when: { field: 'gone', is: [true] } }",
    /^11: Block "Counter": field "title" depends on "gone", which does not exist$/,
  ],
  [
    "{ kind: 'choice', label: { en: 'T', 'zh-CN': 'T' }, default: 'c', options: [{ value: 'a', label: { en: 'A', 'zh-CN': 'A' } }] }",
    /^11: Block "Counter": field "title" has .*one of "a"/,
  ],
  ['makeField()', /^11: A definition is written out/],
])('a wrong field fails with a sentence that names block, field and line: %s', (field, sentence) => {
  const problems = problemsOf(withField(field))
  expect(problems.some((problem) => sentence.test(problem))).toBe(true)
})

test('a list may hold fields, and says which of them is wrong', () => {
  const list = (item: string) =>
    `{ kind: 'list', label: { en: 'L', 'zh-CN': 'L' }, itemLabel: { en: 'I', 'zh-CN': 'I' }, maxItems: 3, default: [], item: { name: ${item} } }`
  expect(problemsOf(withField(list("{ kind: 'icon', label: { en: 'I', 'zh-CN': 'I' }, default: 'star' }")))).toEqual([])
  expect(problemsOf(withField(list("{ kind: 'icon', default: 'star' }")))).toEqual([
    `11: Block "Counter": field "title.name" needs a label: { en: '…', 'zh-CN': '…' }`,
  ])
})

test('a file that exports no block says so', () => {
  expect(problemsOf('')).toEqual(['1: A block is what the file exports: export default defineBlock({ … })'])
  expect(problemsOf('export default 1')).toHaveLength(1)
  expect(problemsOf(whole.replace(/ {2}view:[\s\S]*/, '})'))).toEqual([
    '7: Block "Counter": it has no view, the function that draws it',
  ])
  expect(problemsOf(whole.replace("['toast']", "['toast', 'camera']"))[0]).toMatch(
    /^9: Block "Counter": "capabilities" is a list of "toast", "links"/,
  )
})

test('what is too long is not even looked at', () => {
  expect(problemsOf('x'.repeat(MOST_SOURCE_LENGTH + 1))).toEqual([
    `1: The source is longer than ${MOST_SOURCE_LENGTH} characters`,
  ])
})
