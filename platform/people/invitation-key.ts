/** The key in an invitation's link: which row it is, and a seal that only this installation can make. Nothing of it is stored. */
import { createHmac, timingSafeEqual } from 'node:crypto'

export interface InvitationName {
  readonly tenantId: string
  readonly invitationId: string
}

const SEAL_BYTES = 16
const UUID_BYTES = 16

export function invitationKey(secret: string, name: InvitationName): string {
  const named = Buffer.concat([bytesOf(name.tenantId), bytesOf(name.invitationId)])
  return Buffer.concat([named, seal(secret, named)]).toString('base64url')
}

/** @returns undefined for what we did not make */
export function readInvitationKey(secret: string, key: string): InvitationName | undefined {
  if (!/^[\w-]{64}$/.test(key)) return undefined
  const bytes = Buffer.from(key, 'base64url')
  const named = bytes.subarray(0, 2 * UUID_BYTES)
  const given = bytes.subarray(2 * UUID_BYTES)
  if (given.length !== SEAL_BYTES || !timingSafeEqual(given, seal(secret, named))) return undefined
  return { tenantId: uuidOf(named.subarray(0, UUID_BYTES)), invitationId: uuidOf(named.subarray(UUID_BYTES)) }
}

function seal(secret: string, named: Buffer): Buffer {
  return createHmac('sha256', secret).update('invitation\n').update(named).digest().subarray(0, SEAL_BYTES)
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex')
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
