/** The code on a customer's slip: read out, typed with a thumb, and too many to try. Blocks carry this to every page. */

/** Without signs that are taken for another: 0 and O, 1 and I and L, 2 and Z, 5 and S, 8 and B, U and V. */
export const codeSigns = '3467ACDEFGHJKMNPQRTWXY'
/** 22⁸: 55 thousand million. */
export const CODE_LENGTH = 8

/** As it is kept, however it was typed; undefined for what cannot be a code. */
export function readCode(typed: string): string | undefined {
  const code = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')
  const isCode = code.length === CODE_LENGTH && [...code].every((sign) => codeSigns.includes(sign))
  return isCode ? code : undefined
}

/** In two halves, as people read it: `K7QX-3MHP`. */
export function codeText(code: string): string {
  return `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`
}
