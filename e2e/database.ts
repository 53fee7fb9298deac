/** The product's own embedded database, for what a disk or a power cut would do to it. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'

/** @param dataDir - of a product that is running */
export async function withDatabaseOf<Value>(
  dataDir: string,
  use: (owner: pg.Client) => Promise<Value>,
): Promise<Value> {
  const folder = path.join(dataDir, 'postgres')
  const password = await readFile(path.join(folder, 'password'), 'utf8')
  const [, , , port] = (await readFile(path.join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')
  const owner = new pg.Client(`postgres://shopwright:${password}@127.0.0.1:${port}/shopwright`)
  await owner.connect()
  try {
    return await use(owner)
  } finally {
    await owner.end()
  }
}
