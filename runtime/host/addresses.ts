import type { CompiledNode } from '#model/compiled-program.ts'
import type { PageId } from '#model/ids.ts'
import type { ShopInfo } from '#model/shop/catalogue.ts'
import type { LinkValue } from '#components/kit/fields.ts'
import { anchorOf } from '#components/kit/anchor.ts'
import { isMailAddress } from '#components/kit/link-value.ts'

/**
 * Path of each page by id, and of the first page that a link to something inside a block leads to: `dish:` has the menu, `dish:<id>` is about that dish,
 * `service:` books all services and `service:<id>` that one, `coupon:` gives coupons. No page's id has a colon.
 */
export type PagePaths = { readonly [pageId: string]: string }

/** Hidden pages have none: a link to one leads nowhere. */
export function pagePaths(
  pages: readonly {
    readonly id: PageId
    readonly slug: string
    readonly hidden?: true
    readonly nodes?: { readonly [id: string]: LinkPlace }
  }[],
): PagePaths {
  const seen = pages.filter(({ hidden }) => !hidden)
  const paths = new Map(seen.map(({ id, slug }) => [id as string, `/${encodeURIComponent(slug)}`]))
  for (const { id, nodes = {} } of seen)
    for (const place of linkPlaces(nodes)) if (!paths.has(place)) paths.set(place, paths.get(id) ?? '/')
  return Object.fromEntries(paths)
}

/** The pages that a search over the program may find. */
export function searchedPages(pages: readonly (LookedFor & { readonly id: PageId; readonly title: string })[]) {
  return pages.filter(({ hidden, unlisted }) => !hidden && !unlisted).map(({ id, title }) => ({ pageId: id, title }))
}

interface LookedFor {
  readonly hidden?: true
  readonly unlisted?: true
}

/** The name under which links find this block, if links can lead into it. */
export function placeForLinks({ type, props, showWhen }: LinkPlace): string | undefined {
  if (showWhen?.hidden) return undefined
  if (type === 'menu') return 'dish:'
  if (type === 'product-detail') return typeof props.dish === 'string' && props.dish ? `dish:${props.dish}` : undefined
  if (type === 'coupon-wall') return 'coupon:'
  return type === 'booking' ? `service:${typeof props.service === 'string' ? props.service : ''}` : undefined
}

type LinkPlace = Pick<CompiledNode, 'type' | 'props' | 'showWhen'>

function linkPlaces(nodes: { readonly [id: string]: LinkPlace }): readonly string[] {
  return Object.values(nodes).flatMap((node) => placeForLinks(node) ?? [])
}

/** Where a link leads, or undefined when it leads nowhere: a page that is gone, an address that is no web address. */
export function linkAddress(
  link: LinkValue,
  paths: PagePaths,
  shop: ShopInfo | undefined,
  language: string,
): string | undefined {
  switch (link.kind) {
    case 'page':
      return Object.hasOwn(paths, link.pageId) ? paths[link.pageId] : undefined
    case 'phone':
      return phoneAddress(link.number)
    case 'sms':
      return phoneAddress(link.number)?.replace(/^tel:/, 'sms:')
    case 'mail':
      return isMailAddress(link.address) ? `mailto:${encodeURIComponent(link.address).replace('%40', '@')}` : undefined
    case 'web':
      return webAddress(link.url)
    case 'dish':
      return inPage(paths[`dish:${link.dishId}`] ?? paths['dish:'], anchorOf('dish', link.dishId))
    case 'service':
      return inPage(paths[`service:${link.serviceId}`] ?? paths['service:'], anchorOf('service', link.serviceId))
    case 'coupon':
      return inPage(paths['coupon:'], anchorOf('coupon', link.couponId))
    case 'map':
      return shop && mapAddress(shop, language)
  }
}

function inPage(path: string | undefined, anchor: string): string | undefined {
  return path === undefined ? undefined : `${path}#${encodeURIComponent(anchor)}`
}

export function phoneAddress(number: string): string | undefined {
  const dialled = number.replaceAll(/[^\d+*#,;]/g, '')
  return dialled === '' ? undefined : `tel:${encodeURIComponent(dialled).replaceAll('%2B', '+')}`
}

/** Only http and https: a link typed by somebody must not run anything. */
export function webAddress(url: string): string | undefined {
  try {
    const parsed = new URL(url)
    return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : undefined
  } catch {
    return undefined
  }
}

/** A map in the web that opens in the phone's own app where there is one: Amap for Chinese programs, Google else. */
export function mapAddress(shop: Pick<ShopInfo, 'name' | 'address'>, language: string): string | undefined {
  const { text, latitude, longitude } = shop.address
  const placed = latitude !== null && longitude !== null
  if (!placed && text.trim() === '') return undefined
  if (language.startsWith('zh')) {
    const query = placed
      ? new URLSearchParams({ position: `${longitude},${latitude}`, name: shop.name, coordinate: 'wgs84' })
      : new URLSearchParams({ keyword: `${text} ${shop.name}` })
    return `https://uri.amap.com/${placed ? 'marker' : 'search'}?${query}`
  }
  const query = placed ? `${latitude},${longitude}` : `${shop.name}, ${text}`
  return `https://www.google.com/maps/search/?${new URLSearchParams({ api: '1', query })}`
}
