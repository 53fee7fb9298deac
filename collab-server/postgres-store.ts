import type pg from 'pg'
import { crcOf, sha256Of } from './checksums.ts'
import { connectNotify } from './notify.ts'
import type { Notifier } from './notify.ts'
import { keptSnapshots, UnknownDocumentError } from './store.ts'
import type { Damage, Store, StoredUpdate } from './store.ts'

/** Anything that runs SQL: a pool's client, or a transaction of a query builder. */
export interface Queryable {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

/**
 * Stores the first state of a document in the caller's transaction, which has entered the tenant (`app.tenant`), so that
 * a program and its document are made together or not at all.
 */
export async function createDocument(
  transaction: Queryable,
  { docId, tenantId, update, author }: { docId: string; tenantId: string; update: Uint8Array; author: string },
): Promise<void> {
  await transaction.query('INSERT INTO doc (tenant_id, id, head) VALUES ($1, $2, 1)', [tenantId, docId])
  await transaction.query(
    'INSERT INTO doc_update (tenant_id, doc_id, seq, data, crc, author) VALUES ($1, $2, 1, $3, $4, $5)',
    [tenantId, docId, Buffer.from(update), crcOf(update), author],
  )
}

/**
 * Documents in PostgreSQL. Other processes are woken by LISTEN/NOTIFY, or through Redis when its address is given.
 * @param pool - its connections are bound by row-level security; the store enters a document's tenant in each transaction
 */
export async function createPostgresStore(pool: pg.Pool, options: { redisUrl?: string } = {}): Promise<Store> {
  const notifier = await connectNotify(pool, options.redisUrl)
  return new PostgresStore(pool, notifier)
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** Tenants of documents never change, so they are looked up once; this bounds the memory that takes. */
const mostRemembered = 10_000

class PostgresStore implements Store {
  readonly #pool: pg.Pool
  readonly #notifier: Notifier
  readonly #tenants = new Map<string, string>()
  readonly watch: Store['watch']
  readonly tell: Store['tell']

  constructor(pool: pg.Pool, notifier: Notifier) {
    this.#pool = pool
    this.#notifier = notifier
    this.watch = notifier.watch
    this.tell = notifier.tell
  }

  async create(document: { docId: string; tenantId: string; update: Uint8Array; author: string }): Promise<void> {
    await this.#transact(document.tenantId, '', (client) => createDocument(client, document))
  }

  async load(docId: string) {
    const tenantId = await this.#tenantOf(docId)
    if (!tenantId) return undefined
    return this.#transact(tenantId, 'ISOLATION LEVEL REPEATABLE READ READ ONLY', async (client) => {
      const doc = await client.query<{ head: string }>('SELECT head FROM doc WHERE tenant_id = $1 AND id = $2', [
        tenantId,
        docId,
      ])
      if (!doc.rows[0]) return undefined
      const damage: Damage[] = []
      const snapshot = await this.#newestSnapshot(client, tenantId, docId, damage)
      const updates = await this.#updatesAfter(client, tenantId, docId, snapshot?.uptoSeq ?? 0, damage)
      return { snapshot, updates, head: Number(doc.rows[0].head), damage }
    })
  }

  async append(docId: string, updates: readonly { data: Uint8Array; author: string }[]) {
    const tenantId = await this.#tenantOf(docId)
    if (!tenantId) throw new UnknownDocumentError(docId)
    const lastSeq = await this.#transact(tenantId, '', async (client) => {
      // The lock on the document's row is held until the commit: numbers become visible in their order, without gaps.
      const { rows } = await client.query<{ head: string }>(
        `WITH taken AS (
           UPDATE doc SET head = head + $3 WHERE tenant_id = $1 AND id = $2 RETURNING head
         ), stored AS (
           INSERT INTO doc_update (tenant_id, doc_id, seq, data, crc, author)
           SELECT $1, $2, taken.head - $3 + given.place, given.data, given.crc, given.author
           FROM taken, unnest($4::bytea[], $5::bigint[], $6::text[]) WITH ORDINALITY AS given (data, crc, author, place)
         )
         SELECT head FROM taken`,
        [
          tenantId,
          docId,
          updates.length,
          updates.map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
          updates.map(({ data }) => crcOf(data)),
          updates.map(({ author }) => author),
        ],
      )
      if (!rows[0]) throw new UnknownDocumentError(docId)
      const seq = Number(rows[0].head)
      await this.#notifier.tellAtCommit(client, { kind: 'appended', docId, seq })
      return seq
    })
    this.#notifier.tellAfterCommit({ kind: 'appended', docId, seq: lastSeq })
    return { lastSeq }
  }

  async since(docId: string, seq: number): Promise<readonly StoredUpdate[]> {
    const tenantId = await this.#tenantOf(docId)
    if (!tenantId) throw new UnknownDocumentError(docId)
    return this.#transact(tenantId, 'READ ONLY', (client) => this.#updatesAfter(client, tenantId, docId, seq, []))
  }

  async compact(
    docId: string,
    snapshot: { uptoSeq: number; data: Uint8Array },
    isSame: (readBack: Uint8Array) => boolean,
  ) {
    const tenantId = await this.#tenantOf(docId)
    if (!tenantId) throw new UnknownDocumentError(docId)
    return this.#transact(tenantId, '', async (client) => {
      const newest = await client.query<{ upto_seq: string }>(
        'SELECT upto_seq FROM doc_snapshot WHERE tenant_id = $1 AND doc_id = $2 AND upto_seq >= $3 LIMIT 1',
        [tenantId, docId, snapshot.uptoSeq],
      )
      if (newest.rows.length > 0) return false
      const { rows } = await client.query<{ data: Buffer; sha256: string }>(
        `INSERT INTO doc_snapshot (tenant_id, doc_id, upto_seq, data, sha256) VALUES ($1, $2, $3, $4, $5)
         RETURNING data, sha256`,
        [tenantId, docId, snapshot.uptoSeq, Buffer.from(snapshot.data), sha256Of(snapshot.data)],
      )
      const [stored] = rows
      if (!stored || sha256Of(stored.data) !== stored.sha256 || !isSame(stored.data)) throw new SnapshotRefused()
      const kept = await client.query<{ upto_seq: string }>(
        'SELECT upto_seq FROM doc_snapshot WHERE tenant_id = $1 AND doc_id = $2 ORDER BY upto_seq DESC LIMIT $3',
        [tenantId, docId, keptSnapshots],
      )
      const oldest = kept.rows.length < keptSnapshots ? undefined : kept.rows.at(-1)
      if (oldest) {
        await client.query('DELETE FROM doc_snapshot WHERE tenant_id = $1 AND doc_id = $2 AND upto_seq < $3', [
          tenantId,
          docId,
          oldest.upto_seq,
        ])
        await client.query('DELETE FROM doc_update WHERE tenant_id = $1 AND doc_id = $2 AND seq <= $3', [
          tenantId,
          docId,
          oldest.upto_seq,
        ])
      }
      return true
    }).catch((error: unknown) => {
      if (error instanceof SnapshotRefused || codeOf(error) === uniqueViolation) return false
      throw error
    })
  }

  async close(): Promise<void> {
    await this.#notifier.close()
  }

  async #newestSnapshot(client: pg.PoolClient, tenantId: string, docId: string, damage: Damage[]) {
    const { rows } = await client.query<{ upto_seq: string; data: Buffer; sha256: string }>(
      'SELECT upto_seq, data, sha256 FROM doc_snapshot WHERE tenant_id = $1 AND doc_id = $2 ORDER BY upto_seq DESC',
      [tenantId, docId],
    )
    for (const { upto_seq, data, sha256 } of rows) {
      const uptoSeq = Number(upto_seq)
      if (sha256Of(data) === sha256) return { uptoSeq, data }
      damage.push({ what: 'snapshot', seq: uptoSeq, why: 'checksum' })
    }
    return undefined
  }

  async #updatesAfter(client: pg.PoolClient, tenantId: string, docId: string, after: number, damage: Damage[]) {
    const { rows } = await client.query<{ seq: string; data: Buffer; crc: string }>(
      'SELECT seq, data, crc FROM doc_update WHERE tenant_id = $1 AND doc_id = $2 AND seq > $3 ORDER BY seq',
      [tenantId, docId, after],
    )
    const updates: StoredUpdate[] = []
    for (const row of rows) {
      const seq = Number(row.seq)
      if (crcOf(row.data) === Number(row.crc)) updates.push({ seq, data: row.data })
      else damage.push({ what: 'update', seq, why: 'checksum' })
    }
    return updates
  }

  async #tenantOf(docId: string): Promise<string | undefined> {
    const known = this.#tenants.get(docId)
    if (known) return known
    if (!uuid.test(docId)) return undefined
    const { rows } = await this.#pool.query<{ tenant_id: string }>(
      'SELECT tenant_id FROM program_route WHERE program_id = $1',
      [docId],
    )
    const tenantId = rows[0]?.tenant_id
    if (!tenantId) return undefined
    if (this.#tenants.size >= mostRemembered) this.#tenants.clear()
    this.#tenants.set(docId, tenantId)
    return tenantId
  }

  async #transact<Value>(
    tenantId: string,
    mode: string,
    run: (client: pg.PoolClient) => Promise<Value>,
  ): Promise<Value> {
    if (!uuid.test(tenantId)) throw new Error(`${tenantId} is no tenant`)
    const client = await this.#pool.connect()
    let broken: Error | undefined
    try {
      // One message instead of two: each costs a round trip before an edit is durable.
      await client.query(`BEGIN ${mode}; SELECT set_config('app.tenant', '${tenantId}', true)`)
      const value = await run(client)
      await client.query('COMMIT')
      return value
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => {
        broken = failure
      })
      throw error
    } finally {
      client.release(broken)
    }
  }
}

const uniqueViolation = '23505'

class SnapshotRefused extends Error {}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
