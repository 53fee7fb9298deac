/** What every store must do, run on each. */
import { beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { compactDocument, editDocument, readDocument } from '../documents.ts'
import { replay } from '../replay.ts'
import { DamagedDocumentError, keptSnapshots, UnknownDocumentError } from '../store.ts'
import type { Store, Wake } from '../store.ts'
import { noNotices } from '../protocol.ts'
import { everyoneReads, eventually, startServer } from './harness.ts'
import { initialState } from './initial-state.ts'

export interface TestedStore {
  readonly store: Store
  /** A second one over the same data, as another process would have it; the same where there is no such thing. */
  readonly other: Store
  /** A document's id that the store may create. */
  newDocument(): Promise<{ docId: string; tenantId: string }>
  /** Changes one byte of what is stored, as a failing disk would. */
  damageUpdate(docId: string, seq: number): Promise<void>
  damageSnapshot(docId: string, uptoSeq: number): Promise<void>
  storedSeqs(docId: string): Promise<{ updates: number[]; snapshots: number[] }>
}

export function testStore(name: string, open: () => Promise<TestedStore>): void {
  let tested: TestedStore
  beforeAll(async () => {
    tested = await open()
  }, 120_000)

  async function create(entries?: Record<string, unknown>): Promise<string> {
    const document = await tested.newDocument()
    await tested.store.create({ ...document, update: initialState(entries), author: 'test' })
    return document.docId
  }
  /** An update that sets one entry, by a client of its own. */
  const setting = (key: string, value: unknown) => ({ data: initialState({ [key]: value }), author: 'ann' })
  const read = async (docId: string) => (await readDocument(tested.store, docId)).getMap('nodes').toJSON()

  test(`${name}: what was created and appended is read back, in order and numbered`, async () => {
    const docId = await create()
    expect(await tested.store.append(docId, [setting('a', 1)])).toEqual({ lastSeq: 2 })
    expect(await tested.store.append(docId, [setting('b', 1), setting('c', 1)])).toEqual({ lastSeq: 4 })
    const stored = await tested.store.load(docId)
    expect(stored).toMatchObject({ head: 4, damage: [], snapshot: undefined })
    expect(stored?.updates.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    expect((await tested.store.since(docId, 2)).map(({ seq }) => seq)).toEqual([3, 4])
    expect(await read(docId)).toEqual({ first: 1, a: 1, b: 1, c: 1 })
  })

  test(`${name}: what does not exist is not found, and nothing is made twice`, async () => {
    const { docId, tenantId } = await tested.newDocument()
    expect(await tested.store.load(docId)).toBeUndefined()
    expect(await tested.store.load('no-id-at-all')).toBeUndefined()
    await expect(tested.store.append(docId, [setting('a', 1)])).rejects.toBeInstanceOf(UnknownDocumentError)
    await expect(readDocument(tested.store, docId)).rejects.toBeInstanceOf(UnknownDocumentError)
    await tested.store.create({ docId, tenantId, update: initialState({ once: 1 }), author: 'test' })
    await expect(
      tested.store.create({ docId, tenantId, update: initialState({ twice: 1 }), author: 'test' }),
    ).rejects.toThrow()
    expect(await read(docId)).toEqual({ once: 1 })
  })

  test(`${name}: writers at once get numbers without gaps`, async () => {
    const docId = await create()
    const stores = [tested.store, tested.other]
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        stores[at % 2]!.append(docId, [setting(`k${at}`, at), setting(`l${at}`, at)]),
      ),
    )
    expect(answers.map(({ lastSeq }) => lastSeq).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, at) => 3 + 2 * at),
    )
    expect(Object.keys(await read(docId))).toHaveLength(81)
  })

  test(`${name}: a damaged last update opens at the last good state, and says so`, async () => {
    const docId = await create()
    await tested.store.append(docId, [setting('a', 1)])
    await tested.store.append(docId, [setting('b', 1)])
    await tested.damageUpdate(docId, 3)
    const stored = await tested.store.load(docId)
    const { doc, damage } = replay(stored!)
    expect(doc.getMap('nodes').toJSON()).toEqual({ first: 1, a: 1 })
    expect(damage).toEqual([{ what: 'update', seq: 3, why: 'checksum' }])
    await expect(readDocument(tested.store, docId)).rejects.toBeInstanceOf(DamagedDocumentError)
    expect(await compactDocument(tested.store, docId)).toBe(false)

    const server = await startServer(tested.store)
    const ann = server.join('ann', { docId })
    await everyoneReads([ann], { first: 1, a: 1 })
    expect(server.problems).toMatchObject([{ code: 'damaged-document', docId }])
    expect(server.server.stats().damaged).toEqual([{ docId, damage }])
    ann.write('c', 1)
    await eventually(() => expect(ann.saving.unsavedEdits).toBe(0))
    await server.stop()
  })

  test(`${name}: what is damaged is kept aside, people are told, and the document goes on without it`, async () => {
    const docId = await create()
    await tested.store.append(docId, [setting('a', 1)])
    await tested.store.append(docId, [setting('lost', 1)])
    await tested.damageUpdate(docId, 3)
    const madeMs = Date.now()
    const server = await startServer(tested.store)
    const [ann, stock] = [server.join('ann', { docId }), server.join('bo', { docId, params: { cap: '0' } })]
    await everyoneReads([ann, stock], { first: 1, a: 1 })
    await eventually(() => expect(ann.notices.leftOut).toEqual({ edits: 1, latestMs: expect.any(Number) }))
    expect(Math.abs(ann.notices.leftOut!.latestMs - madeMs)).toBeLessThan(60_000)
    expect(stock.notices).toEqual(noNotices)
    ann.write('b', 1)
    await eventually(() => expect(ann.saving.unsavedEdits).toBe(0))
    expect((await tested.storedSeqs(docId)).updates).toEqual([1, 2, 4])
    await server.stop()

    const [late, stored] = [await startServer(tested.other), await tested.store.load(docId)]
    expect(stored).toMatchObject({ damage: [], aside: [{ seq: 3 }], head: 4 })
    expect(await read(docId)).toEqual({ first: 1, a: 1, b: 1 })
    expect(await compactDocument(tested.store, docId)).toBe(true)
    const cy = late.join('cy', { docId })
    await eventually(() => expect(cy.notices.leftOut?.edits).toBe(1))
    expect(late.problems).toEqual([])
    await late.stop()
  })

  test(`${name}: a stretch that is missing is told to everybody, nothing is put aside, and new edits are kept`, async () => {
    const docId = await create()
    for (const key of ['a', 'b']) {
      await tested.store.append(docId, [setting(key, 1)])
      await compactDocument(tested.store, docId)
    }
    await tested.store.append(docId, [setting('tail', 1)])
    for (const upto of (await tested.storedSeqs(docId)).snapshots) await tested.damageSnapshot(docId, upto)
    const server = await startServer(tested.store)
    const ann = server.join('ann', { docId })
    await everyoneReads([ann], { b: 1, tail: 1 })
    await eventually(() => expect(ann.notices).toEqual({ ...noNotices, missing: { edits: 2 } }))
    ann.write('after', 1)
    await eventually(() => expect(ann.saving.unsavedEdits).toBe(0))
    const bo = server.join('bo', { docId })
    await everyoneReads([bo], { b: 1, tail: 1, after: 1 })
    await eventually(() => expect(bo.notices.missing).toEqual({ edits: 2 }))
    expect((await tested.storedSeqs(docId)).updates).toEqual([3, 4, 5])
    expect((await tested.store.load(docId))?.aside).toEqual([])
    await server.stop()
  })

  test(`${name}: what builds on a damaged update is left out, the rest is kept`, async () => {
    const docId = await create()
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const value of [1, 2, 3]) doc.getMap('nodes').set('counted', value)
    await tested.store.append(docId, [...updates.map((data) => ({ data, author: 'ann' })), setting('other', 1)])
    await tested.damageUpdate(docId, 3)
    const replayed = replay((await tested.store.load(docId))!)
    expect(replayed.doc.getMap('nodes').toJSON()).toEqual({ first: 1, counted: 1, other: 1 })
    expect(replayed.damage).toMatchObject([
      { seq: 3, why: 'checksum' },
      { seq: 4, why: 'depends-on-damaged' },
    ])
  })

  test(`${name}: snapshots stand for the beginning, two are kept, and a damaged one loses nothing`, async () => {
    const docId = await create()
    for (const round of [1, 2, 3]) {
      await tested.store.append(docId, [setting(`r${round}`, round)])
      expect(await compactDocument(tested.store, docId)).toBe(true)
      expect(await compactDocument(tested.store, docId)).toBe(false)
    }
    await tested.store.append(docId, [setting('tail', 1)])
    const seqs = await tested.storedSeqs(docId)
    expect(seqs).toEqual({ snapshots: [3, 4], updates: [4, 5] })
    expect(seqs.snapshots).toHaveLength(keptSnapshots)
    const whole = { first: 1, r1: 1, r2: 2, r3: 3, tail: 1 }
    expect((await tested.store.load(docId))?.updates.map(({ seq }) => seq)).toEqual([5])
    expect(await read(docId)).toEqual(whole)
    await tested.damageSnapshot(docId, 4)
    const { doc, damage } = replay((await tested.store.load(docId))!)
    expect(doc.getMap('nodes').toJSON()).toEqual(whole)
    expect(damage).toEqual([{ what: 'snapshot', seq: 4, why: 'checksum' }])
    expect(await read(docId)).toEqual(whole)
    await tested.damageSnapshot(docId, 3)
    await expect(read(docId)).rejects.toThrow('update 1 (missing)')
    expect(await compactDocument(tested.store, docId)).toBe(false)
  })

  test(`${name}: a snapshot that fails its check changes nothing`, async () => {
    const docId = await create()
    await tested.store.append(docId, [setting('a', 1)])
    expect(await tested.store.compact(docId, { uptoSeq: 2, data: initialState() }, () => false)).toBe(false)
    expect(await tested.storedSeqs(docId)).toEqual({ updates: [1, 2], snapshots: [] })
  })

  test(`${name}: appends are heard in all processes, and so is what they tell each other`, async () => {
    const docId = await create()
    const heard: Wake[] = []
    const stop = tested.other.watch((wake) => heard.push(wake))
    await tested.store.append(docId, [setting('a', 1)])
    tested.store.tell({ kind: 'kick', docId, userId: 'u', reason: 'revoked' })
    await eventually(() =>
      expect(heard.filter((wake) => 'docId' in wake && wake.docId === docId)).toEqual([
        { kind: 'appended', docId, seq: 2 },
        { kind: 'kick', docId, userId: 'u', reason: 'revoked' },
      ]),
    )
    stop()
  })

  test(`${name}: people on two servers see each other’s edits, and those that the platform makes`, async () => {
    const docId = await create()
    const [one, two] = [await startServer(tested.store), await startServer(tested.other)]
    const [ann, bo] = [one.join('ann', { docId }), two.join('bo', { docId })]
    await everyoneReads([ann, bo], { first: 1 })
    for (let count = 0; count < 20; count++) {
      ann.write(`a${count}`, count)
      bo.write(`b${count}`, count)
    }
    await editDocument(tested.store, docId, 'platform', (doc) => doc.getMap('nodes').set('name', 'Noodles'))
    await eventually(() => expect([ann.saving.unsavedEdits, bo.saving.unsavedEdits]).toEqual([0, 0]))
    await eventually(() => expect(Object.keys(ann.read() as object)).toHaveLength(42))
    await everyoneReads([bo], ann.read())
    expect(await read(docId)).toEqual(ann.read())
    two.server.kick(docId, 'id-of-ann')
    await eventually(() => expect(ann.closes).toEqual([4403]))
    await one.stop()
    await two.stop()
  })

  test(`${name}: a long log is replaced by a snapshot while people edit`, async () => {
    const docId = await create()
    const server = await startServer(tested.store, { limits: { tailLength: 20 } })
    const ann = server.join('ann', { docId })
    await everyoneReads([ann], { first: 1 })
    for (let count = 0; count < 60; count++) {
      ann.write('count', count)
      if (count % 15 === 14) await eventually(() => expect(ann.saving.unsavedEdits).toBe(0))
    }
    await eventually(() => expect(ann.saving.unsavedEdits).toBe(0))
    let snapshots: number[] = []
    for (let tries = 0; tries < 200 && snapshots.length === 0; tries++) ({ snapshots } = await tested.storedSeqs(docId))
    expect(snapshots.length).toBeGreaterThan(0)
    expect(await read(docId)).toEqual({ first: 1, count: 59 })
    expect(server.problems).toEqual([])
    await server.stop()
  })
}
