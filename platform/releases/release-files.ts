/** A release as files: the compiled program that pages are rendered from, and the document it was compiled from. */
import * as Y from 'yjs'
import { codeFilesOf } from '#compiler/code-blocks/code-files.ts'
import { readReleased, writeReleased, type ReleasedProgram } from '#compiler/released-program.ts'
import type { CompiledProgram } from '#model/compiled-program.ts'
import type { BlobKind, BlobStore } from '../blobs/blob-store.ts'

export interface ReleaseFiles {
  readonly programSha256: string
  /** The document's state as a Yjs update (version 1), to look back at or begin again from. */
  readonly documentSha256: string
}

export type StoringStep = 'encoded' | 'program stored' | 'document stored' | 'program read back' | 'document read back'

/** Stores the files, and those of its code blocks, and reads them back: what is live must be readable, and what was written must be what was meant. */
export async function storeRelease(
  blobs: BlobStore,
  program: CompiledProgram,
  doc: Y.Doc,
  atStep: (step: StoringStep) => void | Promise<void> = () => undefined,
): Promise<ReleaseFiles> {
  const text = new TextEncoder().encode(JSON.stringify(writeReleased(program)))
  const state = Y.encodeStateAsUpdate(doc)
  const code = [...codeFilesOf(program).values()].map((each) => new TextEncoder().encode(each))
  await atStep('encoded')
  const [programSha256, documentSha256] = await Promise.all([
    store(text, () => atStep('program stored')),
    store(state, () => atStep('document stored')),
    ...code.map(async (bytes) => verify(blobs, 'code', await blobs.put('code', bytes), bytes)),
  ])
  await Promise.all([
    verify(blobs, 'releases', programSha256, text).then(() => atStep('program read back')),
    verify(blobs, 'releases', documentSha256, state).then(() => atStep('document read back')),
  ])
  return { programSha256, documentSha256 }

  async function store(bytes: Uint8Array, whenStored: () => void | Promise<void>): Promise<string> {
    const sha256 = await blobs.put('releases', bytes)
    await whenStored()
    return sha256
  }
}

/**
 * The program of a release as the blocks of this server draw it.
 * @throws when the file is gone or damaged
 */
export async function loadReleasedProgram(blobs: BlobStore, sha256: string): Promise<CompiledProgram> {
  return readReleased(await loadReleaseFile(blobs, sha256))
}

/**
 * As it was stored, for ever the same: whoever reads it brings old blocks up to date by `readReleased`.
 * @throws when the file is gone or damaged
 */
export async function loadReleaseFile(blobs: BlobStore, sha256: string): Promise<ReleasedProgram> {
  const bytes = await blobs.find('releases', sha256)
  if (!bytes) throw new Error(`The release file ${sha256} is missing`)
  const program = JSON.parse(new TextDecoder().decode(bytes)) as ReleasedProgram // its hash says that we wrote it
  if (program.formatVersion !== 1) throw new Error(`The release file ${sha256} has a format that we do not know`)
  return program
}

async function verify(blobs: BlobStore, kind: BlobKind, sha256: string, expected: Uint8Array): Promise<void> {
  const stored = await blobs.find(kind, sha256)
  if (!stored || Buffer.compare(stored, expected) !== 0)
    throw new Error(`The release file ${sha256} did not arrive whole`)
}
