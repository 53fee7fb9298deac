import { createHmac } from 'node:crypto'

/**
 * What the header `shopwright-signature` of our requests to others says: an HMAC-SHA256 of `<seconds>.<body>`, so that the
 * other side knows who asks, and an old request by its time.
 */
export function signatureOf(secret: string, seconds: number, body: string): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}
