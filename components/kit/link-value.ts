import type { JsonObject, JsonValue } from '#model/json.ts'
import type { LinkValue } from './fields.ts'

/** Whether a saved link is one that a visitor may follow: never one that runs script or opens a file. */
export function isLink(value: JsonValue | undefined): value is LinkValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const { kind, pageId, dishId, serviceId, couponId, number, url } = value as JsonObject
  if (kind === 'page') return isId(pageId)
  if (kind === 'phone') return typeof number === 'string' && /^[+\d][\d ()-]{1,30}$/.test(number)
  if (kind === 'web') return typeof url === 'string' && url.length <= 2000 && /^https?:\/\/[^\s/]/i.test(url)
  if (kind === 'dish') return isId(dishId)
  if (kind === 'service') return isId(serviceId)
  if (kind === 'coupon') return isId(couponId)
  return kind === 'map'
}

function isId(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value !== '' && value.length <= 64
}
