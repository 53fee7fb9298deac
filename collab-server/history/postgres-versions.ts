import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type pg from 'pg'
import { crcOf, sha256Of } from '../checksums.ts'
import { findTenant, transactIn } from '../tenant-transaction.ts'
import type { TransactionMode } from '../tenant-transaction.ts'
import { joinTouches, peopleIn } from './touches.ts'
import type { LogUpdate, Touch } from './touches.ts'
import { DamagedVersionError } from './version-store.ts'
import type { NewVersion, Standing, VersionMark, VersionRow, VersionStore } from './version-store.ts'

const compress = promisify(gzip)

/** @param pool - its connections are bound by row-level security; a document's tenant is entered in each transaction */
export function createPostgresVersions(pool: pg.Pool): VersionStore {
  async function within<Value>(
    docId: string,
    mode: TransactionMode,
    run: (client: pg.PoolClient, keys: [tenantId: string, docId: string]) => Promise<Value>,
  ): Promise<Value | undefined> {
    const tenantId = await findTenant(pool, docId)
    return tenantId === undefined
      ? undefined
      : transactIn(pool, tenantId, mode, (client) => run(client, [tenantId, docId]))
  }

  return {
    standing: (docId) => within(docId, 'ISOLATION LEVEL REPEATABLE READ READ ONLY', readStanding),
    head: (docId) =>
      within(docId, 'READ ONLY', async (client, keys) => {
        const { rows } = await client.query<{ head: string }>(
          'SELECT head FROM doc WHERE tenant_id = $1 AND id = $2',
          keys,
        )
        return rows[0] && Number(rows[0].head)
      }),
    async updates(docId, after, upto) {
      const found = await within(docId, 'ISOLATION LEVEL REPEATABLE READ READ ONLY', (client, keys) =>
        readStretch(client, [...keys, after, upto]),
      )
      const { rows, aside } = found ?? { rows: [], aside: 0 }
      const updates = rows.map((row): LogUpdate => {
        if (crcOf(row.data) !== Number(row.crc)) throw new Error(`Update ${row.seq} of document ${docId} is damaged`)
        return { seq: Number(row.seq), author: row.author, atMs: Number(row.ms), data: row.data }
      })
      return { updates, isWhole: updates.length + aside === upto - after }
    },
    oldestSnapshot: (docId) =>
      within(docId, 'READ ONLY', async (client, keys) => {
        const { rows } = await client.query<{ upto_seq: string; data: Buffer; sha256: string }>(
          `SELECT upto_seq, data, sha256 FROM doc_snapshot WHERE tenant_id = $1 AND doc_id = $2 ORDER BY upto_seq LIMIT 1`,
          keys,
        )
        const [found] = rows
        return found && sha256Of(found.data) === found.sha256
          ? { seq: Number(found.upto_seq), state: found.data }
          : undefined
      }),
    async list(docId) {
      return (await within(docId, 'READ ONLY', (client, keys) => readList(client, keys))) ?? []
    },
    async packedState(docId, seq) {
      const found = await within(docId, 'READ ONLY', async (client, keys) => {
        const { rows } = await client.query<{ data: Buffer; sha256: string }>(
          'SELECT data, sha256 FROM doc_version WHERE tenant_id = $1 AND doc_id = $2 AND seq = $3',
          [...keys, seq],
        )
        return rows[0]
      })
      if (!found) return undefined
      if (sha256Of(found.data) !== found.sha256) throw new DamagedVersionError(docId, seq)
      return found.data
    },
    async touches(docId, after, upto) {
      const found = await within(docId, 'READ ONLY', async (client, keys) => {
        const { rows } = await client.query<{ touches: Touch[] }>(
          'SELECT touches FROM doc_version WHERE tenant_id = $1 AND doc_id = $2 AND seq > $3 AND seq <= $4 ORDER BY seq',
          [...keys, after, upto],
        )
        return rows
      })
      return joinTouches(...(found ?? []).map(({ touches }) => touches))
    },
    leftOut: (docId) =>
      within(docId, 'READ ONLY', async (client, keys) => {
        const { rows } = await client.query<{ edits: number; ms: string }>(
          `SELECT count(*)::int AS edits, floor(extract(epoch FROM max(at)) * 1000) AS ms FROM doc_damaged_update
           WHERE tenant_id = $1 AND doc_id = $2`,
          keys,
        )
        const [found] = rows
        return found && found.edits > 0 ? { edits: found.edits, latestMs: Number(found.ms) } : undefined
      }),
    async add(docId, version) {
      const data = await compress(version.state)
      return (await within(docId, '', (client, keys) => insert(client, keys, version, data))) ?? false
    },
    async drop(docId, seqs) {
      await within(docId, '', (client, keys) => drop(client, keys, seqs))
    },
    async mark(docId, seq, mark) {
      return (await within(docId, '', (client, keys) => writeMark(client, [...keys, seq], mark))) ?? false
    },
    async eachDocument(run) {
      const { rows } = await pool.query<{ program_id: string }>(
        'SELECT program_id FROM program_route ORDER BY tenant_id',
      )
      for (const { program_id } of rows) await run(program_id)
    },
  }
}

type Keys = readonly [tenantId: string, docId: string]

interface UpdateRow {
  seq: string
  author: string
  ms: string
  data: Buffer
  crc: string
}

async function readStretch(
  client: pg.PoolClient,
  stretch: readonly [tenantId: string, docId: string, after: number, upto: number],
): Promise<{ rows: UpdateRow[]; aside: number }> {
  const { rows } = await client.query<UpdateRow>(
    `SELECT seq, author, floor(extract(epoch FROM at) * 1000) AS ms, data, crc FROM doc_update
     WHERE tenant_id = $1 AND doc_id = $2 AND seq > $3 AND seq <= $4 ORDER BY seq`,
    [...stretch],
  )
  const aside = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM doc_damaged_update
     WHERE tenant_id = $1 AND doc_id = $2 AND seq > $3 AND seq <= $4`,
    [...stretch],
  )
  return { rows, aside: aside.rows[0]?.count ?? 0 }
}

async function readStanding(client: pg.PoolClient, keys: Keys): Promise<Standing | undefined> {
  const { rows } = await client.query<{ head: string; ms: string; newest: string | null }>(
    `SELECT head, floor(extract(epoch FROM clock_timestamp()) * 1000) AS ms,
       (SELECT max(seq) FROM doc_version WHERE tenant_id = $1 AND doc_id = $2) AS newest
     FROM doc WHERE tenant_id = $1 AND id = $2`,
    [...keys],
  )
  const [found] = rows
  if (!found) return undefined
  const newest = found.newest === null ? undefined : Number(found.newest)
  const log = await client.query<{ seq: string; author: string; ms: string }>(
    `SELECT seq, author, floor(extract(epoch FROM at) * 1000) AS ms FROM doc_update
     WHERE tenant_id = $1 AND doc_id = $2 AND seq > $3 ORDER BY seq`,
    [...keys, newest ?? 0],
  )
  return {
    head: Number(found.head),
    nowMs: Number(found.ms),
    newest,
    rows: log.rows.map(({ seq, author, ms }) => ({ seq: Number(seq), author, atMs: Number(ms) })),
  }
}

async function readList(client: pg.PoolClient, keys: Keys): Promise<VersionRow[]> {
  const { rows } = await client.query<{
    seq: string
    ms: string
    people: string[]
    name: string | null
    release_number: number | null
  }>(
    `SELECT seq, floor(extract(epoch FROM at) * 1000) AS ms, people, name, release_number FROM doc_version
     WHERE tenant_id = $1 AND doc_id = $2 ORDER BY seq`,
    [...keys],
  )
  return rows.map(({ seq, ms, people, name, release_number }) => ({
    seq: Number(seq),
    atMs: Number(ms),
    people,
    name,
    releaseNumber: release_number,
  }))
}

async function insert(client: pg.PoolClient, keys: Keys, version: NewVersion, data: Buffer): Promise<boolean> {
  // One at a time for a document, without holding up those who append to it.
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended('version ' || $1, 0))", [keys[1]])
  const between = await client.query(
    'SELECT seq FROM doc_version WHERE tenant_id = $1 AND doc_id = $2 AND seq > $3 AND seq <> $4 LIMIT 1',
    [...keys, version.after, version.seq],
  )
  if (between.rows.length > 0) return false
  await client.query(
    `INSERT INTO doc_version (tenant_id, doc_id, seq, at, data, sha256, touches, people)
     VALUES ($1, $2, $3, to_timestamp($4::double precision / 1000), $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [
      ...keys,
      version.seq,
      version.atMs,
      data,
      sha256Of(data),
      JSON.stringify(version.touches),
      peopleIn(version.touches),
    ],
  )
  return true
}

async function drop(client: pg.PoolClient, keys: Keys, seqs: readonly number[]): Promise<void> {
  if (seqs.length === 0) return
  // All of them, in one order: two processes that thin at once wait for each other.
  const { rows } = await client.query<{ seq: string; touches: Touch[]; is_kept: boolean }>(
    `SELECT seq, touches, name IS NOT NULL OR release_number IS NOT NULL AS is_kept FROM doc_version
     WHERE tenant_id = $1 AND doc_id = $2 AND seq >= $3 ORDER BY seq FOR UPDATE`,
    [...keys, Math.min(...seqs)],
  )
  const wanted = new Set(seqs)
  let carried: Touch[][] = []
  for (const { seq, touches, is_kept } of rows) {
    if (wanted.has(Number(seq)) && !is_kept) {
      carried.push(touches)
      continue
    }
    if (carried.length === 0) continue
    const joined = joinTouches(...carried, touches)
    await client.query(
      'UPDATE doc_version SET touches = $4, people = $5 WHERE tenant_id = $1 AND doc_id = $2 AND seq = $3',
      [...keys, seq, JSON.stringify(joined), peopleIn(joined)],
    )
    carried = []
  }
  await client.query(
    `DELETE FROM doc_version WHERE tenant_id = $1 AND doc_id = $2 AND seq = ANY($3)
     AND name IS NULL AND release_number IS NULL`,
    [...keys, seqs],
  )
}

async function writeMark(
  client: pg.PoolClient,
  keys: readonly [tenantId: string, docId: string, seq: number],
  mark: VersionMark,
): Promise<boolean> {
  const { rowCount } = await ('name' in mark
    ? client.query(
        'UPDATE doc_version SET name = $4, named_by = $5 WHERE tenant_id = $1 AND doc_id = $2 AND seq = $3',
        [...keys, mark.name, mark.name === null ? null : mark.by],
      )
    : client.query('UPDATE doc_version SET release_number = $4 WHERE tenant_id = $1 AND doc_id = $2 AND seq = $3', [
        ...keys,
        mark.releaseNumber,
      ]))
  return rowCount === 1
}
