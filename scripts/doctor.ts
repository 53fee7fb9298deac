/**
 * `npm run doctor`: checks that orders, payments, points and bookings in the database add up. Reads only.
 * Uses DATABASE_URL (as the owner of the tables), else the embedded database in DATA_DIR, which must not be running.
 */
import pg from 'pg'
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { checkShops } from '#platform/shop/doctor.ts'
import { readEnv } from '#server/read-env.ts'

const settings = readEnv(process.env)
const embedded = settings.databaseUrl
  ? undefined
  : await startEmbeddedPostgres({ dataDir: settings.dataDir, say: (line) => console.log(line) })
const client = new pg.Client({ connectionString: settings.databaseUrl ?? embedded?.url ?? '' })
try {
  await client.connect()
  const findings = await checkShops(client)
  for (const { check, count, example } of findings) console.error(`✗ ${check}: ${count} broken, e.g. ${example}`)
  if (findings.length === 0) console.log('Everything adds up.')
  process.exitCode = findings.length === 0 ? 0 : 1
} finally {
  await client.end()
  await embedded?.stop()
}
