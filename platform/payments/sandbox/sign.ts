/** Signatures as Alipay makes them: RSA2 (RSA-2048 with SHA-256) over the sorted fields that are not empty. */
import { createSign, createVerify } from 'node:crypto'

export type Fields = { readonly [name: string]: string }

/** `a=1&b=2`, sorted by name, without `sign` and `sign_type` and whatever is empty. */
export function signedText(fields: Fields): string {
  return Object.keys(fields)
    .filter((name) => name !== 'sign' && name !== 'sign_type' && fields[name] !== '')
    .toSorted()
    .map((name) => `${name}=${fields[name]}`)
    .join('&')
}

export function withSignature(fields: Fields, privateKeyPem: string): Fields {
  const sign = createSign('RSA-SHA256').update(signedText(fields), 'utf8').sign(privateKeyPem, 'base64')
  return { ...fields, sign_type: 'RSA2', sign }
}

/** False for any other kind of signature too: the message must not choose a weaker one. */
export function hasGoodSignature(fields: Fields, publicKeyPem: string): boolean {
  if (fields['sign_type'] !== 'RSA2' || !fields['sign']) return false
  return createVerify('RSA-SHA256').update(signedText(fields), 'utf8').verify(publicKeyPem, fields['sign'], 'base64')
}
