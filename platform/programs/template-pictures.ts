import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProgramTemplate } from '#templates/template.ts'
import type { BlobStore } from '../blobs/blob-store.ts'
import type { StoredPicture } from '../db/commerce-tables.ts'
import { projectFolder } from '../project-folder.ts'

export interface TemplatePicture extends StoredPicture {
  readonly sha256: string
}

export type TemplatePictures = { readonly [file: string]: TemplatePicture }

/** Stores a template's pictures under what they hold; all programs made from it share the files. Read once per process. */
export function createTemplatePictures(blobs: BlobStore): (template: ProgramTemplate) => Promise<TemplatePictures> {
  const loaded = new Map<string, Promise<TemplatePictures>>()
  return (template) => {
    const found = loaded.get(template.id) ?? store(blobs, template)
    loaded.set(template.id, found)
    found.catch(() => loaded.delete(template.id))
    return found
  }
}

async function store(blobs: BlobStore, template: ProgramTemplate): Promise<TemplatePictures> {
  const folder = join(projectFolder('templates'), template.id, 'pictures')
  const entries = Object.entries(template.pictures).map(async ([file, { alt, widthPx, heightPx }]) => {
    const sha256 = await blobs.put('pictures', await readFile(join(folder, file)))
    return [file, { sha256, url: `/pictures/${sha256}`, widthPx, heightPx, alt }] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}
