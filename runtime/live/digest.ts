/** A short fingerprint of a text, to tell whether two are the same: two polynomials of it, 64 bits, no secret. */
export function digest(text: string): string {
  let a = 0
  let b = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    a = (Math.imul(a, 31) + code) | 0
    b = (Math.imul(b, 65_599) + code) | 0
  }
  return `${a}.${b}`
}
