/** What somebody signs in with: a phone number or an e-mail address, as it is kept and as it is shown. */
import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { CountryCode } from 'libphonenumber-js'
import { z } from 'zod/mini'
import type { ContactKind } from '#platform/db/customer-tables.ts'

export interface Contact {
  readonly kind: ContactKind
  /** E.164, or an address in lower case. */
  readonly value: string
}

const emailAddress = z.email().check(z.maxLength(254))

/**
 * Reads what was typed, undefined when it is neither.
 * @param country - where a number without a country's code is from
 */
export function parseContact(typed: string, country: CountryCode): Contact | undefined {
  const text = typed.trim()
  if (text.includes('@')) {
    const value = text.toLowerCase()
    return emailAddress.safeParse(value).success ? { kind: 'email', value } : undefined
  }
  const number = text.length <= 40 ? parsePhoneNumberFromString(text, country) : undefined
  return number?.isValid() ? { kind: 'phone', value: number.number } : undefined
}

/** The country of a shop's own number; China for one that has none. */
export function countryOf(shopPhone: string): CountryCode {
  return parsePhoneNumberFromString(shopPhone, 'CN')?.country ?? 'CN'
}

/** Enough to know one's own by, and no more: `+86 ••• 8000`, `a•••@example.com`. */
export function maskContact({ kind, value }: Contact): string {
  if (kind === 'email') return value.replace(/^(.)[^@]*/, '$1•••')
  const prefix = parsePhoneNumberFromString(value)?.countryCallingCode
  return `${prefix === undefined ? '' : `+${prefix} `}••• ${value.slice(-4)}`
}
