import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BlobStore } from '../blobs/blob-store.ts'
import { shrinkPicture } from './encode-picture.ts'
import { createTurns } from './take-turns.ts'

export const pictureWidths = [160, 320, 640, 1280] as const
export type PictureWidth = (typeof pictureWidths)[number]

export interface PictureSizes {
  /** The stored picture, or a smaller copy of it; undefined when there is no such picture. */
  find(sha256: string, widthPx?: PictureWidth): Promise<Uint8Array | undefined>
  /** Makes every smaller copy of a picture this wide, so that no visitor waits for the first one. */
  prepare(sha256: string, widthPx: number): Promise<void>
}

/**
 * Keeps smaller copies in `folder`, which may be emptied at any time: what was not made at the upload, or is gone, is made
 * when it is asked for.
 */
export function createPictureSizes(blobs: BlobStore, folder: string): PictureSizes {
  const takeTurn = createTurns(2)
  const making = new Map<string, Promise<Uint8Array | undefined>>()

  async function make(sha256: string, widthPx: PictureWidth, path: string): Promise<Uint8Array | undefined> {
    const original = await blobs.find('pictures', sha256)
    if (!original) return undefined
    const small = await takeTurn(() => shrinkPicture(original, widthPx))
    const aside = `${path}.${randomUUID()}`
    await mkdir(dirname(path), { recursive: true })
    await writeFile(aside, small)
    await rename(aside, path)
    return small
  }

  async function find(sha256: string, widthPx?: PictureWidth): Promise<Uint8Array | undefined> {
    if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined
    if (!widthPx) return blobs.find('pictures', sha256)
    const path = join(folder, sha256.slice(0, 2), `${sha256}-${widthPx}.webp`)
    const kept = await readFile(path).catch(() => undefined)
    if (kept) return kept
    const begun = making.get(path) ?? make(sha256, widthPx, path).finally(() => making.delete(path))
    making.set(path, begun)
    return begun
  }

  return {
    find,
    async prepare(sha256, widthPx) {
      await Promise.all(pictureWidths.filter((width) => width < widthPx).map((width) => find(sha256, width)))
    },
  }
}
