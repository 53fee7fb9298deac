import { Ban, Calendar, FileText, Globe, Mail, MapPin, MessageSquare, Phone, Ticket, Utensils } from 'lucide-react'
import type { LinkValue } from '#components/kit/fields.ts'
import { isMailAddress } from '#components/kit/link-value.ts'
import { formatMoney } from '#components/kit/money.ts'
import type { ShopData } from '#components/kit/view.ts'
import type { PageRecord } from '#model/index.ts'
import type { Language } from '#model/schema.ts'
import type { Words } from '#editor/words/use-words.ts'
import { isPhone, isWebAddress } from '#compiler/checks/check-field.ts'
import type { PickEntry, PickSection } from './pick-sections.ts'

export interface LinkWorld {
  readonly pages: readonly Pick<PageRecord, 'id' | 'title'>[]
  /** Null until it has arrived. */
  readonly shop: ShopData | null
  readonly words: Words
  readonly language: Language
}

type Entry = PickEntry<LinkValue | null>

const size = { size: 16, 'aria-hidden': true } as const

/**
 * Where a link can lead, one source per section; a further kind of thing is one more function here. Sources that have
 * nothing are not shown.
 */
const sources: readonly {
  readonly key: keyof Words['inspector']['linkGroups']
  readonly entries: (world: LinkWorld) => readonly Entry[]
}[] = [
  {
    key: 'pages',
    entries: ({ pages }) =>
      pages.map(({ id, title }) => ({
        key: `page/${id}`,
        title,
        icon: <FileText {...size} />,
        value: { kind: 'page', pageId: id },
      })),
  },
  { key: 'dishes', entries: dishEntries },
  {
    key: 'services',
    entries: ({ shop }) =>
      (shop?.services ?? []).map(({ id, name }) => ({
        key: `service/${id}`,
        title: name,
        icon: <Calendar {...size} />,
        value: { kind: 'service', serviceId: id },
      })),
  },
  {
    key: 'coupons',
    entries: ({ shop }) =>
      (shop?.coupons ?? []).map(({ id, title }) => ({
        key: `coupon/${id}`,
        title,
        icon: <Ticket {...size} />,
        value: { kind: 'coupon', couponId: id },
      })),
  },
  {
    key: 'other',
    entries: ({ shop, words: { inspector } }) => [
      {
        key: 'phone',
        title: inspector.linkCall,
        icon: <Phone {...size} />,
        value: { kind: 'phone', number: shop?.shop.phone ?? '' },
      },
      {
        key: 'sms',
        title: inspector.linkSms,
        icon: <MessageSquare {...size} />,
        value: { kind: 'sms', number: shop?.shop.phone ?? '' },
      },
      { key: 'mail', title: inspector.linkMail, icon: <Mail {...size} />, value: { kind: 'mail', address: '' } },
      { key: 'web', title: inspector.linkAddress, icon: <Globe {...size} />, value: { kind: 'web', url: 'https://' } },
      { key: 'map', title: inspector.linkMap, icon: <MapPin {...size} />, value: { kind: 'map' } },
    ],
  },
]

function dishEntries({ shop, language }: LinkWorld): readonly Entry[] {
  return (shop?.menu.dishes ?? []).map(({ id, name, picture, variants }) => ({
    key: `dish/${id}`,
    title: name,
    icon: <Utensils {...size} />,
    ...(picture ? { pictureUrl: `${picture.url}?w=160` } : {}),
    ...(shop && variants[0] ? { note: formatMoney(variants[0].priceMinor, shop.shop.currency, language) } : {}),
    value: { kind: 'dish', dishId: id },
  }))
}

/** @param search - what is typed: an address or a number becomes a target of its own */
export function linkSections(world: LinkWorld, search: string): readonly PickSection<LinkValue | null>[] {
  const { inspector } = world.words
  const none: Entry = { key: 'none', title: inspector.noLink, icon: <Ban {...size} />, value: null }
  const typed = typedTarget(search.trim(), world.words)
  return [
    { key: 'typed', title: '', entries: typed ? [typed] : [] },
    { key: 'none', title: '', entries: [none] },
    ...sources.map(({ key, entries }) => ({ key, title: inspector.linkGroups[key], entries: entries(world) })),
  ]
}

function typedTarget(text: string, { inspector }: Words): Entry | undefined {
  if (isPhone(text))
    return {
      key: 'typed-phone',
      title: inspector.callNumber(text),
      icon: <Phone {...size} />,
      value: { kind: 'phone', number: text },
      isTyped: true,
    }
  if (isMailAddress(text))
    return {
      key: 'typed-mail',
      title: inspector.mailTo(text),
      icon: <Mail {...size} />,
      value: { kind: 'mail', address: text },
      isTyped: true,
    }
  const url = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (!/^\S+\.\S{2,}$/.test(text) || !isWebAddress(url)) return undefined
  return {
    key: 'typed-web',
    title: inspector.openAddress(text),
    icon: <Globe {...size} />,
    value: { kind: 'web', url },
    isTyped: true,
  }
}

/** The key of the entry a link stands for. */
export function keyOfLink(link: LinkValue | null): string {
  if (link === null) return 'none'
  switch (link.kind) {
    case 'page':
      return `page/${link.pageId}`
    case 'dish':
      return `dish/${link.dishId}`
    case 'service':
      return `service/${link.serviceId}`
    case 'coupon':
      return `coupon/${link.couponId}`
    default:
      return link.kind
  }
}
