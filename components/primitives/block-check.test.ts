import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'

const components = path.join(import.meta.dirname, '..')

/** What the compiler says of a block's view, by line. */
function problemsOf(view: string): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'block-check-'))
  try {
    const config = {
      extends: path.join(components, 'tsconfig.blocks.json'),
      include: ['view.tsx', path.join(components, 'primitives/*.d.ts')],
      exclude: [],
    }
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config))
    writeFileSync(path.join(folder, 'view.tsx'), view)
    const tsc = path.join(components, '../node_modules/typescript/bin/tsc')
    execFileSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { encoding: 'utf8', stdio: 'pipe' })
    return []
  } catch (error) {
    return String((error as { stdout: string }).stdout).match(/TS\d+: .*/g) ?? [String(error)]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a view cannot name an element of the DOM', () => {
  expect(problemsOf('export const view = <div>hello</div>')).toContainEqual(
    expect.stringContaining("Property 'div' does not exist"),
  )
})

test('a view cannot reach the page, the network or the machine', () => {
  const names = ['document', 'window', 'fetch', 'localStorage', 'process']
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
