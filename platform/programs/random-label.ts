import { randomBytes } from 'node:crypto'

/** 128 random bits as base 32, which host names may consist of whatever their case. */
export function randomLabel(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567'
  let bits = BigInt(`0x${randomBytes(16).toString('hex')}`)
  return Array.from({ length: 26 }, () => {
    const letter = letters.charAt(Number(bits & 31n))
    bits >>= 5n
    return letter
  }).join('')
}
