import { randomBytes } from 'node:crypto'

let lastMs = 0
let counter = 0

/**
 * A new id that sorts by the time it was made (RFC 9562, version 7). Ids made by one process within a millisecond keep
 * their order too: the 12 bits after the time count up from a random start.
 */
export function uuidv7(nowMs = Date.now()): string {
  const bytes = randomBytes(16)
  if (nowMs > lastMs) {
    lastMs = nowMs
    counter = bytes.readUInt16BE(6) & 0x7ff // leaves room to count
  } else if (++counter > 0xfff) {
    lastMs++ // used up: borrow the next millisecond
    counter = 0
  }
  bytes.writeUIntBE(lastMs, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
