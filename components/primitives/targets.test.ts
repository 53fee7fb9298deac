import { expect, test } from 'vitest'
import type * as Contract from './contract.ts'
import * as web from './index.ts'
import type { Primitives, ScrollTools } from './props.ts'
import { primitives } from './spec.ts'

/** Fails the type check when views would not see all that targets provide. */
type Provides<Needed, Given extends Needed> = Given
export type SeenByViews = Provides<Primitives & ScrollTools, typeof Contract>

test('the web provides every primitive of the table', () => {
  const target: Primitives & ScrollTools = web
  for (const name of Object.keys(primitives)) expect(target).toHaveProperty(name, expect.any(Function))
})

test('limits name properties that exist', () => {
  for (const [name, primitive] of Object.entries(primitives)) {
    const limits = 'limits' in primitive ? Object.keys(primitive.limits) : []
    expect(Object.keys(primitive.props), name).toEqual(expect.arrayContaining(limits))
  }
})
