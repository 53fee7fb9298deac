import pg from 'pg'
import { createPool, migrate, startEmbeddedPostgres } from '#platform/index.ts'
import type { ServerSettings } from './read-env.ts'

export interface OpenDatabase {
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** One's own PostgreSQL when its address is given, else the embedded one; brought to the present schema. */
export async function openDatabase(
  { databaseUrl, dataDir }: Pick<ServerSettings, 'databaseUrl' | 'dataDir'>,
  say: (line: string) => void,
): Promise<OpenDatabase> {
  const embedded = databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir, say })
  const url = databaseUrl ?? embedded?.url ?? ''
  try {
    await migrate(url).catch((error: unknown) => {
      throw databaseUrl && isUnreachable(error) ? new Error(unreachable(databaseUrl, error)) : error
    })
  } catch (error) {
    await embedded?.stop()
    throw error
  }
  const pool = createPool(url, { max: 24 })
  return {
    pool,
    async close() {
      await pool.end()
      await embedded?.stop()
    },
  }
}

/** The network's codes are words like ECONNREFUSED, PostgreSQL's refusals to let one in begin with 28 or 3D. */
function isUnreachable(error: unknown): error is Error & { code: string } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(E[A-Z]+|28...|3D...|57P03)$/.test(code)
}

function unreachable(databaseUrl: string, error: Error): string {
  const { host, pathname } = new URL(databaseUrl)
  return `The database ${pathname.slice(1)} at ${host} (DATABASE_URL) cannot be used: ${error.message || 'no connection'}.`
}
