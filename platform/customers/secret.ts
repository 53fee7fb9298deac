import { createHash, createHmac, randomBytes } from 'node:crypto'

/** 256 random bits for a cookie or an address. Only its hash is stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function sha256Of(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** Under the installation's secret, which signs other things too: the purpose keeps one from standing for another. */
export function hmacOf(secret: string, purpose: string, ...parts: readonly string[]): Buffer {
  return createHmac('sha256', secret)
    .update([purpose, ...parts].join('\n'))
    .digest()
}
