import type { PageId } from '#model/ids.ts'
import type { ShopInfo } from '#model/shop/catalogue.ts'
import type { LinkValue } from '#components/kit/fields.ts'

/** Path of each page by id. */
export type PagePaths = { readonly [pageId: string]: string }

export function pagePaths(pages: readonly { readonly id: PageId; readonly slug: string }[]): PagePaths {
  return Object.fromEntries(pages.map(({ id, slug }) => [id, `/${encodeURIComponent(slug)}`]))
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
    case 'web':
      return webAddress(link.url)
    case 'map':
      return shop && mapAddress(shop, language)
  }
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
