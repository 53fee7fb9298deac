import type * as Y from 'yjs'
import { compileProgram } from '#compiler/index.ts'
import type { CompiledProgram } from '#model/compiled-program.ts'
import { NewerDocumentError, openProgram } from '#model/index.ts'
import type { Documents } from '../documents.ts'
import { Failure } from '../http/failure.ts'

export interface CompiledDocument {
  readonly doc: Y.Doc
  readonly compiled: CompiledProgram
}

/**
 * Reads the document as it was stored, with every acknowledged edit, and compiles it.
 * @throws {@link Failure} `unreadable-document` when it is damaged, newer than this server, or has no page
 */
export async function compileDocument(documents: Documents, programId: string): Promise<CompiledDocument> {
  const doc = await documents.read(programId).catch((error: unknown) => {
    throw unreadable('The document could not be read whole', error)
  })
  const compiled = compile(doc)
  if (compiled.pages.length === 0) throw unreadable('The document has no page')
  return { doc, compiled }
}

function compile(doc: Y.Doc): CompiledProgram {
  try {
    const program = openProgram(doc)
    const compiled = compileProgram(program)
    program.destroy()
    return compiled
  } catch (error) {
    const why =
      error instanceof NewerDocumentError ? 'was edited by a newer version of Shopwright' : 'could not be understood'
    throw unreadable(`The document ${why}`, error)
  }
}

function unreadable(message: string, cause?: unknown): Failure {
  const failure = new Failure('unreadable-document', message)
  failure.cause = cause
  return failure
}
