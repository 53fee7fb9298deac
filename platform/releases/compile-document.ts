import type * as Y from 'yjs'
import { definitions } from '#components/definitions.ts'
import { compileProgram } from '#compiler/index.ts'
import type { CompiledProgram } from '#model/compiled-program.ts'
import { NewerDocumentError, openProgram } from '#model/index.ts'
import { compileApart } from '../code-blocks/compile-apart.ts'
import type { Documents } from '../documents.ts'
import { Failure } from '../http/failure.ts'

export interface CompiledDocument {
  readonly doc: Y.Doc
  readonly compiled: CompiledProgram
  /** How long compiling alone took. */
  readonly compileMs: number
}

/**
 * Reads the document as it was stored, with every acknowledged edit, and compiles it.
 * @throws {@link Failure} `unreadable-document` when it is damaged, newer than this server, or has no page
 */
export async function compileDocument(
  documents: Documents,
  programId: string,
  whenRead: () => void | Promise<void> = () => undefined,
): Promise<CompiledDocument> {
  const doc = await documents.read(programId).catch((error: unknown) => {
    throw unreadable('The document could not be read whole', error)
  })
  await whenRead()
  const startedMs = performance.now()
  const compiled = await compile(doc)
  const compileMs = performance.now() - startedMs
  if (compiled.pages.length === 0) throw unreadable('The document has no page')
  return { doc, compiled, compileMs }
}

async function compile(doc: Y.Doc): Promise<CompiledProgram> {
  try {
    const program = openProgram(doc)
    const codeBlocks = await compileApart(program.codeBlocks())
    const compiled = compileProgram(program, definitions, codeBlocks)
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
