import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import * as Y from 'yjs'
import type { Clock } from '../clock.ts'
import type { Problem } from '../problem.ts'
import { losesEdits, replay } from '../replay.ts'
import type { Store } from '../store.ts'
import { cutPoints, longestStretchMs, mostUpdates, quietMs } from './cut-points.ts'
import { versionsToDrop } from './thin-versions.ts'
import { joinTouches, TouchGatherer } from './touches.ts'
import type { Touch } from './touches.ts'
import type { Standing, VersionRow, VersionStore } from './version-store.ts'

export interface History {
  /** Versions, the oldest first; what is due is cut before. */
  list(docId: string): Promise<readonly VersionRow[]>
  /** The document as it was: a Yjs update, packed with gzip. @throws DamagedVersionError */
  packedState: VersionStore['packedState']
  /** What was written after that number, up to this moment, by whom. */
  touchesSince(docId: string, after: number, upto?: number): Promise<readonly Touch[]>
  /**
   * Makes a version of this moment, or of an update that is in the log still.
   * @returns its number; that of the newest version if nothing was written since
   */
  cut(docId: string, upto?: number): Promise<number>
  mark: VersionStore['mark']
  /** What could not be read and lies beside the log: how many updates, and when the latest was made. */
  leftOut: VersionStore['leftOut']
  /** Number of the newest update. */
  head(docId: string): Promise<number>
  /** Cuts what is due and drops what is too old, of all documents. */
  sweep(): Promise<void>
  close(): void
}

export interface HistoryOptions {
  readonly store: Store
  readonly versions: VersionStore
  readonly clock: Clock
  readonly report: (problem: Problem) => void
}

const unpack = promisify(gunzip)

/** A little more than the pause that ends a stretch: looking too early would find nothing. */
const marginMs = 1000
const mostAttempts = 4

/** Cuts versions out of the log of a store. */
export function createHistory({ store, versions, clock, report }: HistoryOptions): History {
  /** Documents that somebody wrote to, until it is looked. */
  const waiting = new Map<string, { firstMs: number; firstSeq: number; cancel: () => void }>()

  const unwatch = store.watch((wake) => {
    if (wake.kind === 'appended') written(wake.docId, wake.seq)
  })
  function written(docId: string, seq: number): void {
    const now = clock.now()
    const known = waiting.get(docId)
    known?.cancel()
    const { firstMs, firstSeq } = known ?? { firstMs: now, firstSeq: seq }
    const isFull = seq - firstSeq + 1 >= mostUpdates
    // All processes hear of it. Whoever looks first cuts, the others find it done.
    const dueMs = isFull
      ? now
      : Math.min(now + quietMs, firstMs + longestStretchMs) + marginMs * (1 + Math.random() * 4)
    const cancel = clock.after(Math.max(0, dueMs - now), () => {
      waiting.delete(docId)
      void trySettle(docId)
    })
    waiting.set(docId, { firstMs, firstSeq, cancel })
  }

  async function settle(docId: string): Promise<void> {
    const standing = await versions.standing(docId)
    if (!standing) return
    const cuts = cutPoints(standing.rows, standing.nowMs)
    if (cuts.length === 0 && standing.newest !== undefined) return
    await cutAt(docId, standing, cuts)
    await thin(docId, standing.nowMs)
  }

  /** What is there can be looked at, also while nothing can be added because the log is damaged. */
  function trySettle(docId: string): Promise<void> {
    return mending(docId, () => settle(docId)).catch((error: unknown) =>
      report({ code: 'version-failed', docId, error }),
    )
  }

  /** Where the log is damaged, history goes on from the last good state, as a room does that opens the document. */
  async function mending<Value>(docId: string, run: () => Promise<Value>): Promise<Value> {
    try {
      return await run()
    } catch (error) {
      if (!(await setDamageAside(docId))) throw error
      return run()
    }
  }

  /** @returns whether there was something that can be left out; where a stretch is missing, it may come back */
  async function setDamageAside(docId: string): Promise<boolean> {
    const stored = await store.load(docId)
    const damage = stored ? replay(stored).damage : []
    if (!losesEdits(damage) || damage.some(({ why }) => why === 'missing')) return false
    report({ code: 'damaged-document', docId, damage })
    await store.setAside(docId, damage)
    return true
  }

  async function thin(docId: string, nowMs: number): Promise<void> {
    const rows = await versions.list(docId)
    const dated = rows.map(({ seq, atMs, name, releaseNumber }) => ({
      seq,
      atMs,
      isKept: name !== null || releaseNumber !== null,
    }))
    await versions.drop(docId, versionsToDrop(dated, nowMs))
  }

  /** @param cuts - numbers of updates since the newest version, in order */
  async function cutAt(docId: string, standing: Standing, cuts: readonly number[]): Promise<void> {
    const base = await open(docId, standing)
    if (!base) return
    let { seq } = base
    const gatherer = new TouchGatherer()
    for (const cut of cuts) {
      if (cut <= seq) continue
      const { updates, isWhole } = await versions.updates(docId, seq, cut)
      if (!isWhole) throw new Error(`Updates of ${docId} before ${cut} are missing`)
      gatherer.apply(base.doc, updates)
      const atMs = updates.at(-1)?.atMs ?? standing.nowMs
      const state = Y.encodeStateAsUpdate(base.doc)
      // Another process has cut in between: it goes on from there.
      if (!(await versions.add(docId, { seq: cut, after: seq, atMs, state, touches: gatherer.take() }))) break
      seq = cut
    }
    base.doc.destroy()
  }

  /** The newest version; where there is none yet, the document's beginning, which becomes the first. */
  async function open(docId: string, { newest, rows }: Standing): Promise<{ doc: Y.Doc; seq: number } | undefined> {
    const doc = new Y.Doc()
    if (newest !== undefined) {
      const packed = await versions.packedState(docId, newest)
      if (!packed) return undefined
      Y.applyUpdate(doc, await unpack(packed))
      return { doc, seq: newest }
    }
    const [first] = rows
    const snapshot = first?.seq === 1 ? undefined : await versions.oldestSnapshot(docId)
    const seq = first?.seq === 1 ? 1 : snapshot?.seq
    if (seq === undefined) return undefined
    const updates = snapshot ? [{ data: snapshot.state }] : (await versions.updates(docId, 0, 1)).updates
    for (const { data } of updates) Y.applyUpdate(doc, data)
    // What was there from the beginning is nobody's change.
    const atMs = rows.find((row) => row.seq >= seq)?.atMs ?? 0
    await versions.add(docId, { seq, after: 0, atMs, state: Y.encodeStateAsUpdate(doc), touches: [] })
    return { doc, seq }
  }

  async function cut(docId: string, upto?: number): Promise<number> {
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      await mending(docId, () => settle(docId))
      const standing = await versions.standing(docId)
      if (!standing) throw new Error(`There is no document ${docId}`)
      const seq = Math.min(upto ?? standing.head, standing.head)
      if (standing.newest !== undefined && standing.newest >= seq) return standing.newest
      await mending(docId, () => cutAt(docId, standing, [seq]))
    }
    throw new Error(`Other processes cut versions of ${docId} all the time`)
  }

  async function tailTouches(docId: string, after: number, standing: Standing): Promise<readonly Touch[]> {
    if (standing.newest === undefined || standing.head <= standing.newest) return []
    const base = await open(docId, standing)
    if (!base) return []
    const gatherer = new TouchGatherer()
    const { updates } = await versions.updates(docId, standing.newest, standing.head)
    gatherer.apply(
      base.doc,
      updates.filter(({ seq }) => seq <= after),
    )
    gatherer.take()
    gatherer.apply(
      base.doc,
      updates.filter(({ seq }) => seq > after),
    )
    base.doc.destroy()
    return gatherer.take()
  }

  return {
    async list(docId) {
      await trySettle(docId)
      return versions.list(docId)
    },
    packedState: versions.packedState,
    async touchesSince(docId, after, upto) {
      if (upto !== undefined) return versions.touches(docId, after, upto)
      await trySettle(docId)
      const standing = await versions.standing(docId)
      if (!standing) return []
      const told = await versions.touches(docId, after, standing.newest ?? 0)
      const tail = mending(docId, () => tailTouches(docId, after, standing)).catch((error: unknown) => {
        report({ code: 'version-failed', docId, error })
        return []
      })
      return joinTouches(told, await tail)
    },
    leftOut: versions.leftOut,
    cut,
    mark: versions.mark,
    async head(docId) {
      return (await versions.head(docId)) ?? 0
    },
    sweep: () =>
      versions.eachDocument(async (docId) => {
        const standing = await versions.standing(docId)
        if (!standing || standing.newest === undefined) return
        await settle(docId)
        await thin(docId, standing.nowMs)
      }),
    close() {
      unwatch()
      for (const { cancel } of waiting.values()) cancel()
      waiting.clear()
    },
  }
}
