/**
 * Files of earlier builds: a page that stays open asks for parts of the build that it is from, long after another one took
 * its place. Every process notes the files of its own build, and all answer with those of any build for 90 days.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { cachedBody, sendCached } from '../http/compressed.ts'
import type { CachedBody } from '../http/compressed.ts'
import { fileHeaders, isHashed } from '../http/static-files.ts'
import { createLru } from './lru.ts'

const keptDays = 90
/** What open pages ask for again and again. */
const mostInMemory = 100

/**
 * Notes that these files are in use today, keeps the ones that are new, and drops what no build has had for 90 days. Names
 * carry a hash of what is in the file, so one name is one file for ever.
 * @param folder - of the present build
 */
export async function keepRuntimeFiles(db: Database, folder: string): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter(isHashed)
  if (names.length > 0) {
    const known = await db
      .updateTable('runtime_file')
      .set({ used_at: sql<Date>`now()` })
      .where('name', 'in', names)
      .returning('name')
      .execute()
    const isKnown = new Set(known.map(({ name }) => name))
    for (const name of names)
      if (!isKnown.has(name))
        await db
          .insertInto('runtime_file')
          .values({ name, body: await readFile(join(folder, name)) })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .execute()
  }
  await db
    .deleteFrom('runtime_file')
    .where('used_at', '<', sql<Date>`now() - make_interval(days => ${keptDays})`)
    .execute()
}

export interface OldRuntime {
  /** Undefined for what no build of the last 90 days had. @param name - as it stood in the address */
  answer(request: Request, name: string, headers?: Readonly<Record<string, string>>): Promise<Response | undefined>
}

export function createOldRuntime(db: Database): OldRuntime {
  const memory = createLru<CachedBody>(mostInMemory)

  async function load(name: string): Promise<CachedBody | undefined> {
    const known = memory.get(name)
    if (known) return known
    const file = await db.selectFrom('runtime_file').select('body').where('name', '=', name).executeTakeFirst()
    if (!file) return undefined
    const body = cachedBody(file.body, { compress: true, quality: 'quick' })
    memory.set(name, body)
    return body
  }

  return {
    async answer(request, name, headers = {}) {
      const body = isHashed(name) ? await load(name) : undefined
      return body && sendCached(request, body, { ...fileHeaders(name), ...headers })
    },
  }
}
