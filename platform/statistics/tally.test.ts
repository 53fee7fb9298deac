import { expect, test } from 'vitest'
import { createTally } from './tally.ts'

const counted = { kind: 'view', releaseId: 'r', pageId: 'home', nodeId: '', via: '' } as const
const shop = (programId: string) => ({ tenantId: 't', programId })

test('the same thing is one sum, by program, and is taken once', () => {
  const tally = createTally()
  tally.add(shop('a'), counted)
  tally.add(shop('a'), counted, 2)
  tally.add(shop('b'), counted)
  expect(tally.take()).toEqual([
    { ...shop('a'), counts: [{ ...counted, count: 3 }] },
    { ...shop('b'), counts: [{ ...counted, count: 1 }] },
  ])
  expect(tally.take()).toEqual([])
})

test('however much comes in, it does not fill the memory; what is known still grows', () => {
  const tally = createTally(10)
  for (let at = 0; at < 1000; at++) tally.add(shop('a'), { ...counted, pageId: `page-${at}` })
  tally.add(shop('a'), { ...counted, pageId: 'page-0' })
  const [batch] = tally.take()
  expect(batch?.counts).toHaveLength(10)
  expect(batch?.counts[0]?.count).toBe(2)
  tally.add(shop('b'), counted)
  expect(tally.take()).toHaveLength(1)
})
