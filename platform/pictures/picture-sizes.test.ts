import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { createFolderBlobStore } from '../blobs/folder-blob-store.ts'
import { makeTemporaryFolder } from '../testing/temporary-folder.ts'
import { createPictureSizes } from './picture-sizes.ts'

const folder = await makeTemporaryFolder('shopwright-sizes-')
afterAll(() => rm(folder, { recursive: true, force: true }))

test('every copy that is smaller than the picture is there before anybody asks', async () => {
  const blobs = createFolderBlobStore(join(folder, 'blobs'))
  const sizes = createPictureSizes(blobs, join(folder, 'sizes'))
  const picture = sharp({ create: { width: 700, height: 350, channels: 3, background: '#a33' } })
  const sha256 = await blobs.put('pictures', await picture.webp().toBuffer())
  await sizes.prepare(sha256, 700)
  const kept = await readdir(join(folder, 'sizes', sha256.slice(0, 2)))
  expect(kept.sort()).toEqual([160, 320, 640].map((width) => `${sha256}-${width}.webp`))
})
