import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { ShopRefusal } from '#platform/shop/refusal.ts'

/**
 * A phone number as E.164 where it can be read as one, in the country of the shop's own number; else its digits as
 * they were typed (a short local number is still a number that the shop can call).
 * @throws ShopRefusal `bad-request` for what holds no number
 */
export function normalisePhone(typed: string, shopPhone: string): string {
  const country = parsePhoneNumberFromString(shopPhone, 'CN')?.country ?? 'CN'
  const parsed = parsePhoneNumberFromString(typed, country)
  if (parsed?.isPossible()) return parsed.number
  const digits = typed.replaceAll(/[^\d+]/g, '')
  if (!/^\+?\d{3,20}$/.test(digits)) throw new ShopRefusal('bad-request', 'This is not a phone number')
  return digits
}
