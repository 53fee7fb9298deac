/**
 * `npm run soak`: kills a busy shop 1,000 times (or as many as CRASH_CYCLES says) and looks for what was lost each time.
 * Ends at the first finding.
 */
import { rm } from 'node:fs/promises'
import { makeTemporaryFolder } from '#platform/testing/temporary-folder.ts'
import { startUnderFire } from '#server/testing/shop-under-fire.ts'

const cycles = Number(process.env.CRASH_CYCLES ?? 1000)
const folder = await makeTemporaryFolder('shopwright-soak-')
const shop = await startUnderFire(folder)
let findings: readonly string[] = []
for (let cycle = 1; cycle <= cycles && findings.length === 0; cycle++) {
  // Any number of acknowledgements, so that the plug is pulled at any moment.
  findings = await shop.cycle(1 + ((cycle * 7) % 41))
  const { orders, payments, bookings, completed, repeated } = shop.counts
  console.log(
    `${cycle} of ${cycles}: ${orders} orders, ${payments} payments, ${bookings} bookings, ${completed} completed, ` +
      `${repeated} asked again`,
  )
}
await shop.stop()
for (const finding of findings) console.error(`✗ ${finding}`)
if (findings.length === 0) await rm(folder, { recursive: true, force: true })
else console.error(`The data is kept in ${folder}.`)
process.exitCode = findings.length === 0 ? 0 : 1
