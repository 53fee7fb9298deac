import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { CountryCode } from 'libphonenumber-js'
import type { CustomerField } from '#model/shop/customers.ts'
import { parseContact } from './contact.ts'

export type Shared =
  | {
      readonly ok: true
      readonly fields: readonly CustomerField[]
      readonly values: { readonly [Field in CustomerField]?: string }
    }
  | { readonly ok: false; readonly missing: CustomerField }

/**
 * What the customer ticked on the page that asks, with what they typed.
 * @param asked - of these only; whatever else a form holds is nothing
 * @returns the first that is ticked and not filled in, or not as it should be
 */
export function readShared(form: URLSearchParams, asked: readonly CustomerField[], country: CountryCode): Shared {
  const fields = asked.filter((field) => form.getAll('share').includes(field))
  const values: { [Field in CustomerField]?: string } = {}
  for (const field of fields) {
    const value = clean[field](form.get(field) ?? '', country)
    if (value === undefined) return { ok: false, missing: field }
    values[field] = value
  }
  return { ok: true, fields, values }
}

const clean: { readonly [Field in CustomerField]: (typed: string, country: CountryCode) => string | undefined } = {
  name: (typed) => typed.replaceAll(/\s+/g, ' ').trim().slice(0, 60) || undefined,
  phone: (typed, country) => {
    const number = typed.length <= 40 ? parsePhoneNumberFromString(typed, country) : undefined
    return number?.isValid() ? number.number : undefined
  },
  area: (typed) => typed.replaceAll(/\s+/g, ' ').trim().slice(0, 60) || undefined,
  address: (typed) => typed.replaceAll(/\s+/g, ' ').trim().slice(0, 200) || undefined,
  email: (typed, country) => {
    const contact = parseContact(typed, country)
    return contact?.kind === 'email' ? contact.value : undefined
  },
}
