/** The shop's side of a crash: `collab-server/crash.test.ts` has the documents'. `npm run soak` goes on for hours. */
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTemporaryFolder } from '#platform/testing/temporary-folder.ts'
import { startUnderFire } from './testing/shop-under-fire.ts'
import type { UnderFire } from './testing/shop-under-fire.ts'

/** A few on every machine; `.ci/run` asks for 50. */
const cycles = Number(process.env.CRASH_CYCLES ?? 2)

let folder: string
let shop: UnderFire
beforeAll(async () => {
  folder = await makeTemporaryFolder('shopwright-fire-')
  shop = await startUnderFire(folder)
}, 240_000)
afterAll(async () => {
  await shop?.stop()
  await rm(folder, { recursive: true, force: true })
})

test(
  'killed again and again under load, it loses no order, payment, booking or point that was acknowledged',
  { timeout: cycles * 120_000 },
  async () => {
    for (let cycle = 0; cycle < cycles; cycle++) expect(await shop.cycle(14 + ((5 * cycle) % 30))).toEqual([])
    const { orders, payments, bookings, completed } = shop.counts
    expect(Math.min(orders, payments, bookings, completed)).toBeGreaterThan(0)
  },
)
