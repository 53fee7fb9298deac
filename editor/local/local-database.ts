/**
 * What this browser keeps of programs, in IndexedDB. Every row begins with the person whose it is, so that nobody reads
 * or writes what another account of the same browser left.
 */

/** A program's documents' updates, in no particular order: `[person, program, tab, number]`. */
export const updateRows = 'updates'
/** What is needed to open a program without a network: `[person, program]`. */
export const factRows = 'facts'
/** What a tab has not yet brought to the server: `[person, program, tab]`. */
export const unsentRows = 'unsent'
/** Changes that could not be brought there, until the person decides: `[person, program, id]`. */
export const asideRows = 'aside'

const stores = [updateRows, factRows, unsentRows, asideRows]
export type RowStore = typeof updateRows | typeof factRows | typeof unsentRows | typeof asideRows

const databaseName = 'shopwright'
const version = 1

let opening: Promise<IDBDatabase> | undefined

/** @throws when the browser keeps nothing: a private window, a full disk, switched off */
export function openLocalDatabase(): Promise<IDBDatabase> {
  opening ??= open().catch((error: unknown) => {
    opening = undefined
    throw error
  })
  return opening
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, version)
    request.addEventListener('upgradeneeded', () => {
      for (const name of stores) request.result.createObjectStore(name)
    })
    request.addEventListener('success', () => {
      const database = request.result
      const forget = () => {
        database.close()
        opening = undefined
      }
      // Another tab deletes or upgrades it: holding on would make that tab wait.
      database.addEventListener('versionchange', forget)
      database.addEventListener('close', forget)
      resolve(database)
    })
    request.addEventListener('error', () => reject(errorOf(request)))
    request.addEventListener('blocked', () => reject(new Error('The local database is blocked')))
  })
}

export type Rows = (name: RowStore) => IDBObjectStore

/**
 * Runs requests in one transaction. What `run` answers with is read when all of it is on disk.
 * @throws when it cannot be written: the disk is full, or the browser took the database away
 */
export async function inLocalDatabase<Value>(
  mode: 'readonly' | 'readwrite',
  run: (rows: Rows) => () => Value,
): Promise<Value> {
  const database = await openLocalDatabase()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, mode)
    let read: (() => Value) | undefined
    transaction.addEventListener('complete', () => resolve(read!()))
    transaction.addEventListener('abort', () => reject(errorOf(transaction)))
    read = run((name) => transaction.objectStore(name))
  })
}

/** Every row whose key begins with these. */
export function beginningWith(...parts: readonly string[]): IDBKeyRange {
  // Lists sort behind all strings and numbers.
  return IDBKeyRange.bound([...parts], [...parts, []])
}

function errorOf({ error }: { readonly error: DOMException | null }): Error {
  return error ?? new Error('The local database failed')
}
