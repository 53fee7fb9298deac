/** A release as files: the compiled program that pages are rendered from, and the document it was compiled from. */
import * as Y from 'yjs'
import type { CompiledProgram } from '#model/compiled-program.ts'
import type { BlobStore } from '../blobs/blob-store.ts'

export interface ReleaseFiles {
  readonly programSha256: string
  /** The document's state as a Yjs update (version 1), to look back at or begin again from. */
  readonly documentSha256: string
}

/** Stores both files and reads them back: what is live must be readable, and what was written must be what was meant. */
export async function storeRelease(blobs: BlobStore, program: CompiledProgram, doc: Y.Doc): Promise<ReleaseFiles> {
  const text = new TextEncoder().encode(JSON.stringify(program))
  const state = Y.encodeStateAsUpdate(doc)
  const [programSha256, documentSha256] = await Promise.all([blobs.put('releases', text), blobs.put('releases', state)])
  await Promise.all([verify(blobs, programSha256, text), verify(blobs, documentSha256, state)])
  return { programSha256, documentSha256 }
}

/** @throws when the file is gone or damaged */
export async function loadReleasedProgram(blobs: BlobStore, sha256: string): Promise<CompiledProgram> {
  const bytes = await blobs.find('releases', sha256)
  if (!bytes) throw new Error(`The release file ${sha256} is missing`)
  const program = JSON.parse(new TextDecoder().decode(bytes)) as CompiledProgram // its hash says that we wrote it
  if (program.formatVersion !== 1) throw new Error(`The release file ${sha256} has a format that we do not know`)
  return program
}

async function verify(blobs: BlobStore, sha256: string, expected: Uint8Array): Promise<void> {
  const stored = await blobs.find('releases', sha256)
  if (!stored || Buffer.compare(stored, expected) !== 0)
    throw new Error(`The release file ${sha256} did not arrive whole`)
}
