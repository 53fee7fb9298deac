import type { JsonObject, JsonValue } from '#model/json.ts'
import type { LinkValue } from './fields.ts'

/** Whether a saved link is one that a visitor may follow: never one that runs script or opens a file. */
export function isLink(value: JsonValue | undefined): value is LinkValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const { kind, pageId, dishId, serviceId, couponId, number, address, url } = value as JsonObject
  if (kind === 'page') return isId(pageId)
  if (kind === 'phone' || kind === 'sms') return typeof number === 'string' && /^[+\d][\d ()-]{1,30}$/.test(number)
  if (kind === 'mail') return typeof address === 'string' && isMailAddress(address)
  if (kind === 'web') return typeof url === 'string' && url.length <= 2000 && /^https?:\/\/[^\s/]/i.test(url)
  if (kind === 'dish') return isId(dishId)
  if (kind === 'service') return isId(serviceId)
  if (kind === 'coupon') return isId(couponId)
  return kind === 'map'
}

/** One address that a letter can go to; nothing that could bring a subject, a copy or a second receiver along. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[\w.+-]+@[a-z\d](?:[a-z\d.-]*[a-z\d])?\.[a-z]{2,}$/i.test(text)
}

function isId(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value !== '' && value.length <= 64
}
