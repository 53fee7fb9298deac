import { expect, test } from 'vitest'
import { compiledProgramWith } from './testing.ts'
import { countsOfReport } from './counts-of-report.ts'

const release = '0198c0de-0000-7000-8000-000000000001'
const table = '0198c0de-0000-7000-8000-00000000000a'
const program = compiledProgramWith({ home: ['hero', 'menu'], hidden: ['secret'] }, ['hidden'])
const counts = (notes: string, page = 'home') =>
  countsOfReport(program, { release, page, notes }).map(({ kind, nodeId, via }) => [kind, nodeId, via].join(' ').trim())

test('blocks of the page count once each, and what was tapped was seen', () => {
  expect(counts('s:hero,s:hero,t:menu,t:menu')).toEqual(['seen hero', 'seen menu', 'tapped menu'])
})

test('what the page does not have, or nobody can mean, is dropped', () => {
  expect(counts('s:forged,t:undefined,x:hero,s:,:,,s:constructor,s:__proto__,b:order:,b:cartx')).toEqual([])
  expect(counts('s:secret', 'hidden')).toEqual([])
  expect(counts('s:hero', 'gone')).toEqual([])
})

test('a page tells no more than a page can have to tell', () => {
  expect(counts(`${'s:x,'.repeat(5000)}s:hero`)).toEqual([])
})

test('steps of an order go with what was scanned', () => {
  expect(counts('b:cart:via=window,b:checkout:')).toEqual(['cart  window', 'checkout'])
  expect(counts(`b:cart:table=${table},b:cart:via=other`)).toEqual([`cart  table:${table}`])
  expect(counts('b:cart:via=<script>')).toEqual(['cart'])
})
