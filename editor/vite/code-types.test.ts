import path from 'node:path'
import { expect, test } from 'vitest'
import { codePrimitives, kitNames } from '#components/kit/code-names.ts'
import { sourcesFrom } from './code-types.ts'

const root = path.resolve(import.meta.dirname, '../..')
const kit = 'components/kit/code-kit.ts'
const contract = 'components/primitives/contract.ts'

test('the code editor gets all sources that the types are declared in, their imports as plain paths', () => {
  const sources = sourcesFrom(root, [kit, contract])
  expect([...sources.keys()]).toEqual(
    expect.arrayContaining(['components/kit/fields.ts', 'components/primitives/spec.ts', 'model/program-spec.ts']),
  )
  for (const [file, text] of sources) expect(text, file).not.toMatch(/from '#|from '\.[^']*\.ts'/)
})

test('whatever the compiler lets a block import has a type', () => {
  const sources = sourcesFrom(root, [kit, contract])
  const exported = (file: string, name: string) =>
    new RegExp(`export (declare )?(function|const) ${name}\\b|export \\{[^}]*\\b${name}\\b`).test(
      sources.get(file) ?? '',
    )
  expect(kitNames.filter((name) => !exported(kit, name))).toEqual([])
  expect(codePrimitives.filter((name) => !exported(contract, name))).toEqual([])
})
