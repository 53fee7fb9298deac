/** What only the editor pretends must never be part of a published page. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const importOf = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g

/** Every file of ours that this one leads to at run time, parts that are loaded later included. */
function filesFrom(entries: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const queue = [...entries]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    if (!/\.tsx?$/.test(file)) continue
    const text = readFileSync(path.join(root, file), 'utf8').replaceAll(/^(import|export) type .*$/gm, '')
    for (const [, from = ''] of text.matchAll(importOf)) {
      if (from.startsWith('#')) queue.push(from.slice(1))
      else if (from.startsWith('.')) queue.push(path.join(path.dirname(file), from))
    }
  }
  return seen
}

const isPretended = (file: string) => /(^|\/)(situations\b|stories\/|states\.ts|sample-)/.test(file)

test('no published page leads to situations, stories or made-up data', () => {
  const views = readdirSync(path.join(root, 'components'))
    .map((block) => `components/${block}/view.tsx`)
    .filter((file) => existsSync(path.join(root, file)))
  const files = filesFrom(['runtime/live/boot.ts', 'runtime/live/loader.ts', ...views])
  expect(views.length).toBeGreaterThan(10)
  expect(files.size).toBeGreaterThan(80)
  expect([...files].filter(isPretended)).toEqual([])
})

test('the frame of the editor does lead there, so the search above is no empty one', () => {
  expect([...filesFrom(['runtime/frame/frame.ts'])].filter(isPretended)).not.toEqual([])
})
