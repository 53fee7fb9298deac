/**
 * Wakes whoever waits for events of a shop. The rows are the truth; a notification of the database, or a call of
 * `wake` in this process, only says that it is time to read. A lost notification is made up for by the next one or by
 * the slow tick.
 */
import type { Pool, PoolClient } from 'pg'
import type { ShopEventType } from '#platform/db/commerce-tables.ts'
import { withTenant } from '#platform/db/database.ts'
import type { Database } from '#platform/db/database.ts'
import type { ShopScope } from '#platform/shop/scope.ts'
import { eventChannel } from './outbox.ts'

export interface ShopEvent {
  /** Counts up by one per shop: the cursor to go on from. */
  readonly seq: number
  readonly type: ShopEventType
  readonly subjectId: string
}

export interface Subscription {
  /** The last event before the first one that will be told. */
  readonly startsAfter: number
  end(): void
}

export interface EventHub {
  wake(programId: string): void
  /**
   * Tells every event after `after` once and in order, kept ones first; without it, those from now on. `listener` is
   * waited for: a slow reader gets its events later, never twice.
   */
  subscribe(
    scope: ShopScope,
    after: number | undefined,
    listener: (event: ShopEvent) => Promise<void> | void,
  ): Promise<Subscription>
  /** Told of every program in which something happened, here or elsewhere; undefined when it may be any of them. */
  onWake(listener: (programId: string | undefined) => void): void
  /** Told after this process changed what is live or planned of a program. */
  onRelease(listener: (of: ShopScope) => void): void
  tellRelease(of: ShopScope): void
  /** Begins to hear of other processes. */
  start(): Promise<void>
  stop(): Promise<void>
}

interface Listener {
  last: number
  readonly tell: (event: ShopEvent) => Promise<void> | void
  /** Set while it is being told; `again` when there is more by then. */
  busy: boolean
  again: boolean
}

interface Feed {
  readonly scope: ShopScope
  readonly listeners: Set<Listener>
  /** The newest events read so far, without gaps, so that many listeners cost one query. */
  recent: ShopEvent[]
  /** `recent` holds everything after this. */
  floor: number
  reading: Promise<void> | undefined
  again: boolean
}

const mostRecent = 500
const slowTickMs = 10_000

export function createEventHub({ db, pool }: { db: Database; pool: Pool }): EventHub {
  const feeds = new Map<string, Feed>()
  const watchers: ((programId: string | undefined) => void)[] = []
  const releaseWatchers: ((of: ShopScope) => void)[] = []
  const listening = createListening(pool, (programId) => wake(programId), wakeAll)
  const tick = setInterval(wakeAll, slowTickMs)
  tick.unref()

  function wakeAll(): void {
    for (const watcher of watchers) watcher(undefined)
    for (const programId of feeds.keys()) wakeFeed(programId)
  }

  function wake(programId: string): void {
    for (const watcher of watchers) watcher(programId)
    wakeFeed(programId)
  }

  function wakeFeed(programId: string): void {
    const feed = feeds.get(programId)
    if (feed) void refresh(feed).catch(() => undefined) // the slow tick tries again
  }

  async function subscribe(
    scope: ShopScope,
    after: number | undefined,
    tell: (event: ShopEvent) => Promise<void> | void,
  ): Promise<Subscription> {
    const newest = await loadLastSeq(db, scope)
    const feed = feeds.get(scope.programId) ?? {
      scope,
      listeners: new Set(),
      recent: [],
      floor: newest,
      reading: undefined,
      again: false,
    }
    feeds.set(scope.programId, feed)
    // A cursor from before a restore lies in the future; it would wait for events that were told already.
    const startsAfter = after === undefined || after > newest ? newest : after
    const listener: Listener = { last: startsAfter, tell, busy: false, again: false }
    feed.listeners.add(listener)
    wake(scope.programId)
    return {
      startsAfter,
      end() {
        feed.listeners.delete(listener)
        if (feed.listeners.size === 0 && feeds.get(scope.programId) === feed) feeds.delete(scope.programId)
      },
    }
  }

  /** Reads what is new, then tells everybody. One reader per feed; a wake-up in between makes it read once more. */
  function refresh(feed: Feed): Promise<void> {
    feed.again = true
    feed.reading ??= (async () => {
      try {
        while (feed.again) {
          feed.again = false
          const fresh = await loadEvents(db, feed.scope, feed.recent.at(-1)?.seq ?? feed.floor)
          remember(feed, fresh)
          if (fresh.length === mostRecent) feed.again = true
          for (const listener of feed.listeners) void serve(feed, listener)
        }
      } finally {
        feed.reading = undefined
      }
    })()
    return feed.reading
  }

  async function serve(feed: Feed, listener: Listener): Promise<void> {
    listener.again = true
    if (listener.busy) return
    listener.busy = true
    try {
      while (listener.again) {
        listener.again = false
        const isKept = listener.last >= feed.floor
        const events = isKept
          ? feed.recent.filter(({ seq }) => seq > listener.last)
          : await loadEvents(db, feed.scope, listener.last)
        for (const event of events) {
          if (!feed.listeners.has(listener)) return
          await listener.tell(event)
          listener.last = event.seq
        }
        if (!isKept && events.length > 0) listener.again = true
      }
    } catch {
      feed.listeners.delete(listener) // its reader is gone
    } finally {
      listener.busy = false
    }
  }

  return {
    wake,
    subscribe,
    onWake: (listener) => void watchers.push(listener),
    onRelease: (listener) => void releaseWatchers.push(listener),
    tellRelease(of) {
      for (const watcher of releaseWatchers) watcher(of)
    },
    start: listening.start,
    async stop() {
      clearInterval(tick)
      feeds.clear()
      await listening.stop()
    },
  }
}

function remember(feed: Feed, fresh: readonly ShopEvent[]): void {
  feed.recent.push(...fresh)
  const surplus = feed.recent.length - mostRecent
  if (surplus > 0) feed.floor = feed.recent.splice(0, surplus).at(-1)?.seq ?? feed.floor
}

function loadEvents(db: Database, { tenantId, programId }: ShopScope, after: number): Promise<ShopEvent[]> {
  return withTenant(db, tenantId, (tx) =>
    tx
      .selectFrom('shop_event')
      .select(['seq', 'type', 'subject_id as subjectId'])
      .where('program_id', '=', programId)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(mostRecent)
      .execute(),
  )
}

async function loadLastSeq(db: Database, { tenantId, programId }: ShopScope): Promise<number> {
  const row = await withTenant(db, tenantId, (tx) =>
    tx.selectFrom('shop_event_cursor').select('last_seq').where('program_id', '=', programId).executeTakeFirst(),
  )
  return row?.last_seq ?? 0
}

/** Holds one connection that listens, and finds another when it breaks. */
function createListening(
  pool: Pool,
  onNotice: (programId: string) => void,
  onReconnect: () => void,
): { start(): Promise<void>; stop(): Promise<void> } {
  let client: PoolClient | undefined
  let stopped = false
  let retry: NodeJS.Timeout | undefined

  async function listen(): Promise<void> {
    const fresh = await pool.connect()
    if (stopped) return fresh.release()
    client = fresh
    fresh.on('notification', ({ payload }) => onNotice(payload ?? ''))
    fresh.on('error', () => {
      if (client !== fresh) return
      client = undefined
      fresh.release(true)
      again(100)
    })
    await fresh.query(`LISTEN ${eventChannel}`)
    onReconnect()
  }

  function again(delayMs: number): void {
    if (stopped) return
    retry = setTimeout(() => {
      listen().catch(() => again(Math.min(delayMs * 2, slowTickMs)))
    }, delayMs)
    retry.unref()
  }

  return {
    async start() {
      await listen()
    },
    async stop() {
      stopped = true
      clearTimeout(retry)
      const last = client
      client = undefined
      last?.release(true)
    },
  }
}
