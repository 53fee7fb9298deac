import type * as Y from 'yjs'
import { metaOf, schemaVersion } from './schema.ts'

/** The document was written by a newer version of the editor. Reading on would guess, writing would damage it. */
export class NewerDocumentError extends Error {
  readonly code = 'newer-document'
  override readonly name = 'NewerDocumentError'
  readonly documentVersion: number

  constructor(documentVersion: number) {
    super(`The document has schema version ${documentVersion}; this program reads up to ${schemaVersion}`)
    this.documentVersion = documentVersion
  }
}

/** Undefined while nothing has arrived yet. */
export function documentVersionOf(doc: Y.Doc): number | undefined {
  const version = metaOf(doc).get('schemaVersion')
  return typeof version === 'number' ? version : undefined
}

/** Says that the document holds what versions before this one would misread: they must not open it. [M15] */
export function raiseVersion(doc: Y.Doc): void {
  if ((documentVersionOf(doc) ?? 0) < schemaVersion) metaOf(doc).set('schemaVersion', schemaVersion)
}

/** @throws NewerDocumentError */
export function assertReadable(doc: Y.Doc): void {
  const version = documentVersionOf(doc)
  if (version !== undefined && version > schemaVersion) throw new NewerDocumentError(version)
}
