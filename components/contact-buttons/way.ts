import type { ShopInfo } from '#model/shop/catalogue.ts'
import type { LinkValue } from '../kit/fields.ts'
import { isLink } from '../kit/link-value.ts'
import type { ContactButtonsProps } from './definition.ts'

type Item = ContactButtonsProps['ways'][number]

export interface Way {
  readonly kind: Item['kind']
  /** What is reached: a number, an ID, an address. */
  readonly value: string
  /** How it is reached; null for what is copied. */
  readonly link: LinkValue | null
}

/**
 * What one entry leads to, or undefined while it leads nowhere: nothing filled in, or something that no phone can reach.
 * @param shop - whose phone and address stand in where the entry has none
 */
export function wayOf(item: Item, shop: Pick<ShopInfo, 'phone' | 'address'>): Way | undefined {
  const { kind } = item
  if (kind === 'wechat') {
    const value = item.wechatId.trim()
    return value === '' ? undefined : { kind, value, link: null }
  }
  if (kind === 'map') {
    const value = shop.address.text
    return value === '' ? undefined : { kind, value, link: { kind: 'map' } }
  }
  const value = kind === 'mail' ? item.address.trim() : item.number.trim() || shop.phone
  const link: LinkValue =
    kind === 'mail' ? { kind, address: value } : { kind: kind === 'sms' ? kind : 'phone', number: value }
  return isLink(link) ? { kind, value, link } : undefined
}
