import { expect, test } from 'vitest'
import { problemsOf } from '../testing/compile.ts'

test('a view cannot name an element of the DOM', () => {
  expect(problemsOf('export const view = <div>hello</div>')).toContainEqual(
    expect.stringContaining("Property 'div' does not exist"),
  )
})

test('a view cannot reach the page, the network or the machine', () => {
  const names = ['document', 'window', 'fetch', 'localStorage', 'navigator', 'location', 'XMLHttpRequest', 'process']
  expect(problemsOf(`export const reach = [${names.join(', ')}]`)).toEqual(
    names.map((name) => expect.stringContaining(`Cannot find name '${name}'`)),
  )
})

test('a view may use components and timers', () => {
  const view = `const Hello = (props: { name: string }) => <>{props.name}</>
    export const view = <Hello name="Ann" key="1" />
    export const timer = setTimeout(() => {}, 1000)`
  expect(problemsOf(view)).toEqual([])
})

test('a view cannot give a primitive what the table does not name, nor a value it does not take', () => {
  const view = `import { Button, Input, Text, View } from '#components/primitives/index.ts'
    export const views = [
      <View innerHTML="x" />,
      <Input type="password" />,
      <Button onMouseMove={() => {}} />,
      <View>{(() => 1) as never}<Text ariaLevel="two">x</Text></View>,
    ]`
  expect(problemsOf(view)).toEqual([
    expect.stringContaining("'innerHTML' does not exist"),
    expect.stringContaining(`"password"' is not assignable`),
    expect.stringContaining("'onMouseMove' does not exist"),
    expect.stringContaining("'string' is not assignable to type 'number'"),
  ])
})
