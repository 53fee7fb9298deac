/** Files named by what they hold. Written once, never changed, so they can be cached for ever and copied anywhere. */
export interface BlobStore {
  /** Stores the bytes durably and returns their SHA-256 in hex. Storing them again is free. */
  put(kind: BlobKind, bytes: Uint8Array): Promise<string>
  /** @throws when the stored bytes are no longer what their name says */
  find(kind: BlobKind, sha256: string): Promise<Uint8Array | undefined>
}

/** Kinds never mix: a picture's address cannot fetch a release. */
export type BlobKind = 'pictures' | 'releases' | 'code'
