/** One history of plain SQL files, applied in the order of their names, each in a transaction of its own. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { APP_ROLE } from './pool.ts'

const MIGRATION_LOCK = 7_206_112

export interface Migration {
  /** File name, e.g. `0001_core.sql`. */
  readonly name: string
  readonly sql: string
}

/**
 * Brings the database to the present schema. Several processes may call it at once: one works, the others wait and find
 * it done. The role in `url` becomes the owner of the schema and must be allowed to create tables (and, the first time,
 * the role that the application works as).
 * @throws naming the file, when it fails or when one that ran before reads differently now
 */
export async function migrate(
  url: string,
  migrations: readonly Migration[] = loadMigrations(),
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await requireVersion(client)
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await prepare(client)
    return await applyMissing(client, migrations)
  } finally {
    await client.end()
  }
}

/** Finds the files beside this one, or in the checkout around it when this was bundled elsewhere. */
export function loadMigrations(): readonly Migration[] {
  const folder = migrationsFolder()
  return readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }))
}

function migrationsFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  for (let at = here; ; at = dirname(at)) {
    for (const folder of [join(at, 'migrations'), join(at, 'platform/db/migrations')])
      if (existsSync(join(folder, '0001_core.sql'))) return folder
    if (dirname(at) === at) throw new Error(`The database migrations were not found in any folder above ${here}`)
  }
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  )
  const version = rows[0]?.version ?? 0
  if (version < 150_000)
    throw new Error(`Shopwright needs PostgreSQL 15 or newer; this one is ${Math.floor(version / 10_000)}.`)
}

async function prepare(client: pg.Client): Promise<void> {
  await client.query(`
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${APP_ROLE}') THEN
        BEGIN
          CREATE ROLE ${APP_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server was faster
        END;
      END IF;
      IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        EXECUTE format('GRANT ${APP_ROLE} TO %I', current_user);
      END IF;
    END $$;
    GRANT USAGE ON SCHEMA public TO ${APP_ROLE};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${APP_ROLE};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO ${APP_ROLE};
    CREATE TABLE IF NOT EXISTS schema_migration (
      name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now()
    );
    REVOKE ALL ON schema_migration FROM ${APP_ROLE};`)
}

async function applyMissing(client: pg.Client, migrations: readonly Migration[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>('SELECT name, checksum FROM schema_migration')
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]))
  const now: string[] = []
  for (const { name, sql } of migrations) {
    const checksum = createHash('sha256').update(sql).digest('hex')
    const before = applied.get(name)
    if (before === checksum) continue
    if (before)
      throw new Error(
        `Migration ${name} was changed after it ran on this database. Put it back and add a new one instead.`,
      )
    await applyOne(client, name, sql, checksum)
    now.push(name)
  }
  return now
}

async function applyOne(client: pg.Client, name: string, sql: string, checksum: string): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query('INSERT INTO schema_migration (name, checksum) VALUES ($1, $2)', [name, checksum])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
