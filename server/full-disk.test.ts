/** A PostgreSQL on a disk that is really full. What its refusals mean to rooms: `collab-server/server.test.ts`. */
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeTemporaryFolder } from '#platform/testing/temporary-folder.ts'
import { joinAs } from '#collab-server/testing/harness.ts'
import { startOnSmallDisk } from './testing/small-disk.ts'
import type { OnSmallDisk } from './testing/small-disk.ts'

let folder: string
let disk: OnSmallDisk
beforeAll(async () => {
  folder = await makeTemporaryFolder('shopwright-disk-')
  disk = await startOnSmallDisk(path.join(import.meta.dirname, 'testing/serve-on-small-disk.ts'), folder, 250)
}, 120_000)
afterAll(async () => {
  await disk?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A database that starts again takes its time. */
const inTheEnd = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 20 })

test(
  'what does not fit is refused with a word, kept, and stored when there is room',
  { timeout: 120_000 },
  async () => {
    const docId = String(await disk.ask('create'))
    const [ann, bo] = [joinAs(disk.url, 'ann', { docId }), joinAs(disk.url, 'bo', { docId })]
    await inTheEnd(() => expect([ann.read(), bo.read()]).toEqual([{ first: 1 }, { first: 1 }]))
    await disk.ask('fill')
    const large = randomBytes(1_000_000).toString('base64')
    ann.write('large', large)
    await inTheEnd(() => expect([ann.notices.storageFull, bo.notices.storageFull]).toEqual([true, true]))
    expect([bo.read(), await disk.ask('read', docId)]).toEqual([{ first: 1 }, { first: 1 }])
    expect([ann.saving.unsavedEdits, ann.closes, bo.closes]).toEqual([1, [], []])
    await disk.ask('free')
    await inTheEnd(() => expect([ann.saving.unsavedEdits, ann.notices.storageFull]).toEqual([0, false]))
    await inTheEnd(() => expect(bo.read()).toEqual({ first: 1, large }))
    expect(await disk.ask('read', docId)).toEqual({ first: 1, large })
    ann.leave()
    bo.leave()
  },
)

test(
  'a database that the full disk stopped comes back by itself, with all that was seen',
  { timeout: 120_000 },
  async () => {
    const docId = String(await disk.ask('create'))
    const [ann, bo] = [joinAs(disk.url, 'ann', { docId }), joinAs(disk.url, 'bo', { docId })]
    ann.write('seen', 1)
    await inTheEnd(() => expect(bo.read()).toEqual({ first: 1, seen: 1 }))
    await disk.ask('fill')
    expect(await disk.ask('switchLog')).toMatch(/Connection terminated|PANIC|No space|shut|crash/)
    ann.write('meanwhile', randomBytes(500_000).toString('base64'))
    await inTheEnd(() => expect(ann.closes.length).toBeGreaterThan(0))
    expect(ann.saving.unsavedEdits).toBe(1)
    await disk.ask('free')
    await inTheEnd(() => expect(ann.saving.unsavedEdits).toBe(0))
    await inTheEnd(() => expect(bo.read()).toEqual(ann.read()))
    expect(await disk.ask('read', docId)).toEqual(ann.read())
    ann.leave()
    bo.leave()
  },
)
