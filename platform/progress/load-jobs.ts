import { sql } from 'kysely'
import type { JobProgress } from '#model/shop/progress.ts'
import type { CounterJob } from '#platform/contract/progress.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

const MOST = 100

interface WantedJobs {
  readonly status?: 'open' | 'over' | undefined
  readonly search?: string | undefined
}

/** Newest first, at most a hundred; what is not among them is found by searching. */
export async function loadJobs(
  at: ShopTx,
  { status, search = '' }: WantedJobs,
): Promise<{ jobs: CounterJob[]; openCount: number }> {
  let query = jobRows(at).orderBy('id', 'desc').limit(MOST)
  if (status) query = query.where('status', status === 'open' ? '=' : '<>', 'open')
  const words = search.trim()
  if (words !== '') {
    const within = patternOf(words)
    const code = patternOf(words.replaceAll(/[\s-]/g, ''))
    query = query.where((eb) =>
      eb.or([
        eb('title', 'ilike', within),
        eb('customer_name', 'ilike', within),
        eb('customer_phone', 'ilike', within),
        eb('code', 'ilike', code),
      ]),
    )
  }
  const { count } = await at.tx
    .selectFrom('shop_job')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('program_id', '=', at.programId)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow()
  return { jobs: (await query.execute()).map(present), openCount: count }
}

function patternOf(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

export async function findJob(at: ShopTx, id: string): Promise<CounterJob | undefined> {
  const row = await jobRows(at).where('id', '=', id).executeTakeFirst()
  return row && present(row)
}

/** What whoever has the code may see: nothing of the person it is for. */
export async function findProgress(at: ShopTx, code: string): Promise<JobProgress | undefined> {
  const row = await jobRows(at).where('code', '=', code).executeTakeFirst()
  return row && presentProgress(row)
}

function jobRows({ tx, programId }: ShopTx) {
  return tx
    .selectFrom('shop_job')
    .selectAll()
    .select(sql<string | null>`promised_on::text`.as('promised'))
    .where('program_id', '=', programId)
}

type Row = Awaited<ReturnType<ReturnType<typeof jobRows>['execute']>>[number]

function presentProgress(row: Row): JobProgress {
  const { code, title, status, steps, promised } = row
  return { code, title, status, steps: [...steps], promisedOn: promised }
}

function present(row: Row): CounterJob {
  return {
    ...presentProgress(row),
    id: row.id,
    customerName: row.customer_name,
    customerPhone: row.customer_phone,
    customerEmail: row.customer_email,
    createdAtIso: row.created_at.toISOString(),
    version: row.version,
  }
}
