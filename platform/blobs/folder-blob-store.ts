import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BlobKind, BlobStore } from './blob-store.ts'

/** Keeps files as `<folder>/<kind>/<ab>/<sha256>`; a file appears whole, flushed to the disk, or not at all. */
export function createFolderBlobStore(folder: string): BlobStore {
  const pathOf = (kind: BlobKind, sha256: string): string => join(folder, kind, sha256.slice(0, 2), sha256)

  return {
    async put(kind, bytes) {
      const sha256 = hashOf(bytes)
      const path = pathOf(kind, sha256)
      if (await isThere(path)) return sha256
      await mkdir(dirname(path), { recursive: true })
      const aside = `${path}.${randomUUID()}`
      try {
        await writeFlushed(aside, bytes)
        await rename(aside, path)
      } catch (error) {
        await rm(aside, { force: true })
        throw error
      }
      await flushFolder(dirname(path))
      return sha256
    },

    async find(kind, sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined
      const bytes = await readIfThere(pathOf(kind, sha256))
      if (bytes && hashOf(bytes) !== sha256) throw new Error(`The stored file ${kind}/${sha256} is damaged`)
      return bytes
    },
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** So that the new name survives a power cut too. Windows cannot open folders and needs no such thing. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
