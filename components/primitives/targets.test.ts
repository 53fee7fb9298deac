import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type * as Contract from './contract.ts'
import * as web from './index.ts'
import { View } from './index.ts'
import type { AriaProps, Primitives, ScrollTools } from './props.ts'
import { commonLimits, type Primitive, primitives, tools } from './spec.ts'

/** Fails the type check when views would not see all that targets provide. */
type Provides<Needed, Given extends Needed> = Given
export type SeenByViews = Provides<Primitives & ScrollTools, typeof Contract>

test('the web provides every primitive of the table', () => {
  const target: Primitives & ScrollTools = web
  for (const name of Object.keys(primitives)) expect(target).toHaveProperty(name, expect.any(Function))
})

test('notes and limits name what exists, and every limit says why', () => {
  for (const [name, primitive] of Object.entries(primitives) as [string, Primitive][]) {
    const members = [...Object.keys(primitive.props), ...Object.keys(primitive.events), 'all']
    for (const told of [primitive.notes, primitive.limits])
      expect(members, name).toEqual(expect.arrayContaining(Object.keys(told ?? {})))
    for (const { why } of Object.values(primitive.limits ?? {})) expect(why, name).toMatch(/\w+ \w+/)
  }
})

test('common limits name what every primitive takes', () => {
  const names = Object.keys(commonLimits).flatMap((list) => list.split(', '))
  const known: readonly (keyof AriaProps)[] = names as (keyof AriaProps)[]
  const all = renderToString(View(Object.fromEntries(known.map((name) => [name, true]))))
  for (const name of names) expect(all).toContain(`aria-${name.slice(4).toLowerCase()}`)
})

test('the tools beside the primitives are there', () => {
  for (const name of Object.keys(tools)) expect(web).toHaveProperty(name, expect.any(Function))
})
