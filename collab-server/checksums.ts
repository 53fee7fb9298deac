import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** Detects what a disk or a copy did to an update. */
export function crcOf(data: Uint8Array): number {
  return crc32(data)
}

export function sha256Of(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
