import type pg from 'pg'
import { crcOf, sha256Of } from './checksums.ts'
import { connectNotify } from './notify.ts'
import type { Notifier } from './notify.ts'
import type { Problem } from './problem.ts'
import { keptSnapshots, StorageFullError, UnknownDocumentError } from './store.ts'
import type { Damage, SetAside, Store, StoredUpdate } from './store.ts'
import { findTenant, transactIn } from './tenant-transaction.ts'
import type { TransactionMode } from './tenant-transaction.ts'

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
 * @param options - `keepsHistory`: compacting leaves updates that no version has told yet
 */
export async function createPostgresStore(
  pool: pg.Pool,
  options: { redisUrl?: string; keepsHistory?: boolean; report?: (problem: Problem) => void } = {},
): Promise<Store> {
  const notifier = await connectNotify(pool, options.redisUrl, options.report)
  return new PostgresStore(pool, notifier, options.keepsHistory ?? false)
}

/** Tenants of documents never change, so they are looked up once; this bounds the memory that takes. */
const mostRemembered = 10_000

class PostgresStore implements Store {
  readonly #pool: pg.Pool
  readonly #notifier: Notifier
  readonly #keepsHistory: boolean
  readonly #tenants = new Map<string, string>()
  readonly watch: Store['watch']
  readonly tell: Store['tell']

  constructor(pool: pg.Pool, notifier: Notifier, keepsHistory: boolean) {
    this.#pool = pool
    this.#keepsHistory = keepsHistory
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
      const doc = await client.query<{ head: string; epoch: string }>(
        'SELECT head, epoch FROM doc WHERE tenant_id = $1 AND id = $2',
        [tenantId, docId],
      )
      if (!doc.rows[0]) return undefined
      const damage: Damage[] = []
      const snapshot = await this.#newestSnapshot(client, tenantId, docId, damage)
      const updates = await this.#updatesAfter(client, tenantId, docId, snapshot?.uptoSeq ?? 0, damage)
      const { head, epoch } = doc.rows[0]
      const aside = await this.#asideOf(client, tenantId, docId)
      return { snapshot, updates, head: Number(head), epoch, damage, aside }
    })
  }

  async append(docId: string, updates: readonly { data: Uint8Array; author: string }[]) {
    const tenantId = await this.#tenantOf(docId)
    if (!tenantId) throw new UnknownDocumentError(docId)
    const { rows } = await this.#append({
      name: 'append_doc_updates',
      text: 'SELECT append_doc_updates($1, $2, $3, $4, $5, $6) AS seq',
      values: [
        tenantId,
        docId,
        updates.map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
        updates.map(({ data }) => crcOf(data)),
        updates.map(({ author }) => author),
        this.#notifier.channelAtCommit,
      ],
    })
    const seq = rows[0]?.seq ?? null
    if (seq === null) throw new UnknownDocumentError(docId)
    const lastSeq = Number(seq)
    this.#notifier.tellAfterCommit({ kind: 'appended', docId, seq: lastSeq })
    return { lastSeq }
  }

  async since(docId: string, seq: number): Promise<readonly StoredUpdate[]> {
    const tenantId = await this.#tenantOf(docId)
    if (!tenantId) throw new UnknownDocumentError(docId)
    return this.#transact(tenantId, 'READ ONLY', (client) => this.#updatesAfter(client, tenantId, docId, seq, []))
  }

  async setAside(docId: string, damage: readonly Damage[]): Promise<readonly SetAside[]> {
    const tenantId = await this.#tenantOf(docId)
    if (!tenantId) throw new UnknownDocumentError(docId)
    const found = damage.filter(({ what, why }) => what === 'update' && why !== 'missing')
    return this.#transact(tenantId, '', async (client) => {
      await client.query(
        `WITH taken AS (
           DELETE FROM doc_update USING unnest($3::bigint[], $4::text[]) AS found (seq, why)
           WHERE tenant_id = $1 AND doc_id = $2 AND doc_update.seq = found.seq
           RETURNING doc_update.*, found.why
         )
         INSERT INTO doc_damaged_update (tenant_id, doc_id, seq, data, crc, author, at, why)
         SELECT tenant_id, doc_id, seq, data, crc, author, at, why FROM taken`,
        [tenantId, docId, found.map(({ seq }) => seq), found.map(({ why }) => why)],
      )
      return this.#asideOf(client, tenantId, docId)
    })
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
        await client.query(
          `DELETE FROM doc_update WHERE tenant_id = $1 AND doc_id = $2 AND seq <= $3 AND ($4 OR seq <=
             (SELECT max(seq) FROM doc_version WHERE tenant_id = $1 AND doc_id = $2))`,
          [tenantId, docId, oldest.upto_seq, !this.#keepsHistory],
        )
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

  async #append(query: pg.QueryConfig): Promise<pg.QueryResult<{ seq: string | number | null }>> {
    try {
      return await this.#pool.query<{ seq: string | number | null }>(query)
    } catch (error) {
      throw codeOf(error) === diskFull ? new StorageFullError(`${error}`, { cause: error }) : error
    }
  }

  async #asideOf(client: pg.PoolClient, tenantId: string, docId: string): Promise<SetAside[]> {
    const { rows } = await client.query<{ seq: string; at: Date }>(
      'SELECT seq, at FROM doc_damaged_update WHERE tenant_id = $1 AND doc_id = $2 ORDER BY seq',
      [tenantId, docId],
    )
    return rows.map(({ seq, at }) => ({ seq: Number(seq), atMs: at.getTime() }))
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
    const tenantId = await findTenant(this.#pool, docId)
    if (!tenantId) return undefined
    if (this.#tenants.size >= mostRemembered) this.#tenants.clear()
    this.#tenants.set(docId, tenantId)
    return tenantId
  }

  #transact<Value>(
    tenantId: string,
    mode: TransactionMode,
    run: (client: pg.PoolClient) => Promise<Value>,
  ): Promise<Value> {
    return transactIn(this.#pool, tenantId, mode, run)
  }
}

const uniqueViolation = '23505'
const diskFull = '53100'

class SnapshotRefused extends Error {}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
