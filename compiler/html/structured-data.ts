/**
 * What search engines read of a shop: schema.org, made from the same data that the page is drawn with.
 * @see https://schema.org/LocalBusiness and its kinds, https://schema.org/Event
 */
import type { Dish, Menu, OpeningHours, ShopInfo, ShopKind } from '#model/shop/catalogue.ts'
import { addDays, dayIn } from '#components/kit/shop-time.ts'
import { minorDigits } from '#components/kit/minor-digits.ts'
import { formatMoney } from '#components/kit/money.ts'
import type { ShopData } from '#components/kit/view.ts'

export type StructuredData = { readonly [member: string]: unknown }

export interface StructuredDataInput {
  readonly shopData: ShopData
  readonly language: 'zh-CN' | 'en'
  readonly nowMs: number
  /** Whole address of the home page. */
  readonly url: string
  /** Whole address of the page that shows the menu, if one does. */
  readonly menuUrl: string | undefined
  readonly description: string
  /** Whole address of a picture of the shop. */
  readonly pictureUrl: string | undefined
}

/** schema.org's type of each kind of shop. */
const types = {
  restaurant: 'Restaurant',
  cafe: 'CafeOrCoffeeShop',
  bar: 'BarOrPub',
  salon: 'HairSalon',
  beauty: 'HealthAndBeautyBusiness',
  clinic: 'MedicalClinic',
  fitness: 'HealthClub',
  hotel: 'Hotel',
  event: 'EventVenue',
  store: 'Store',
  other: 'LocalBusiness',
} as const satisfies { readonly [kind in ShopKind]: string }

const kindsWithMenu: ReadonlySet<ShopKind> = new Set(['restaurant', 'cafe', 'bar'])
/** Only what comes soon is of use to somebody who searches. */
const exceptionDays = 60

/** @returns undefined as long as the shop has no address: search engines take no shop without one */
export function structuredData(input: StructuredDataInput): StructuredData | undefined {
  const { shop, menu } = input.shopData
  if (shop.name.trim() === '' || shop.address.text.trim() === '') return undefined
  const kind = kindOf(input.shopData)
  const today = dayIn(shop.timeZone, input.nowMs)
  const place = {
    '@context': 'https://schema.org',
    '@type': types[kind],
    '@id': `${input.url}#shop`,
    name: shop.name,
    url: input.url,
    ...(input.description && { description: input.description }),
    ...(input.pictureUrl && { image: input.pictureUrl }),
    address: { '@type': 'PostalAddress', streetAddress: shop.address.text.trim() },
    ...geoOf(shop),
    ...(shop.phone && { telephone: shop.phone }),
    ...priceRangeOf(input),
    ...hoursOf(shop.hours, today),
    ...(kindsWithMenu.has(kind) && input.menuUrl && menu.dishes.length > 0 && { hasMenu: menuOf(menu, input.menuUrl) }),
  }
  return kind === 'event' ? (eventOf(place, shop, today) ?? place) : place
}

/**
 * What the page with the menu says of its dishes: name and price of each by section. Their descriptions and pictures, which
 * would make the page a tenth larger, stand on it anyway.
 * @param url - whole address of that page
 * @returns undefined for shops that are no place to eat, and without dishes
 */
export function structuredMenu(shopData: ShopData, url: string): StructuredData | undefined {
  const { menu, shop } = shopData
  if (!kindsWithMenu.has(kindOf(shopData)) || menu.dishes.length === 0) return undefined
  const sections = menu.categories.flatMap(({ id, name }) => {
    const dishes = menu.dishes.filter(({ categoryId }) => categoryId === id)
    return dishes.length > 0
      ? [{ '@type': 'MenuSection', name, hasMenuItem: dishes.map((dish) => menuItem(dish, shop.currency)) }]
      : []
  })
  return { '@context': 'https://schema.org', '@type': 'Menu', '@id': `${url}#menu`, url, hasMenuSection: sections }
}

function menuItem({ name, variants, tags }: Dish, priceCurrency: string): StructuredData {
  const prices = variants.map(({ priceMinor }) => priceMinor)
  const unit = 10 ** minorDigits(priceCurrency)
  const [least, most] = [Math.min(...prices) / unit, Math.max(...prices) / unit]
  const offers =
    least === most
      ? { '@type': 'Offer', price: least, priceCurrency }
      : { '@type': 'AggregateOffer', lowPrice: least, highPrice: most, priceCurrency }
  return {
    '@type': 'MenuItem',
    name,
    ...(prices.length > 0 && { offers }),
    ...(tags.includes('vegetarian') && { suitableForDiet: 'https://schema.org/VegetarianDiet' }),
  }
}

/** A shop that was never told what it is: one with dishes is a restaurant, one that takes bookings a salon. */
export function kindOf({ shop, menu, services }: ShopData): ShopKind {
  if (shop.kind) return shop.kind
  return menu.dishes.length > 0 ? 'restaurant' : services.length > 0 ? 'beauty' : 'other'
}

function geoOf({ address: { latitude, longitude } }: ShopInfo): StructuredData {
  if (latitude === null || longitude === null) return {}
  return { geo: { '@type': 'GeoCoordinates', latitude, longitude } }
}

function priceRangeOf({ shopData: { menu, shop }, language }: StructuredDataInput): StructuredData {
  const prices = menu.dishes.flatMap(({ variants }) => variants.map(({ priceMinor }) => priceMinor))
  if (prices.length === 0) return {}
  const [least, most] = [Math.min(...prices), Math.max(...prices)]
  const text = (minor: number) => formatMoney(minor, shop.currency, language)
  return { priceRange: least === most ? text(least) : `${text(least)}–${text(most)}` }
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function hoursOf({ weekly, exceptions }: OpeningHours, today: string): StructuredData {
  const days = new Map<string, string[]>()
  for (const { day, opens, closes } of weekly) {
    const key = `${opens} ${closes}`
    days.set(key, [...(days.get(key) ?? []), weekdays[day - 1] ?? ''])
  }
  const usual = [...days].map(([key, dayOfWeek]) => {
    const [opens, closes] = key.split(' ')
    return { '@type': 'OpeningHoursSpecification', dayOfWeek, opens, closes: untilMidnight(closes) }
  })
  const last = addDays(today, exceptionDays)
  const special = exceptions
    .filter(({ date }) => date >= today && date <= last)
    .flatMap(({ date, periods }) =>
      // Opening and closing at one moment is how a closed day is written.
      (periods.length > 0 ? periods : [closedAllDay]).map(({ opens, closes }) => ({
        '@type': 'OpeningHoursSpecification',
        validFrom: date,
        validThrough: date,
        opens,
        closes: periods.length > 0 ? untilMidnight(closes) : closes,
      })),
    )
  const all = [...usual, ...special]
  return all.length > 0 ? { openingHoursSpecification: all } : {}
}

const closedAllDay = { opens: '00:00', closes: '00:00' }

/** Here midnight ends the day that it closes; there it would begin it. */
function untilMidnight(closes: string | undefined): string {
  return closes === undefined || closes === '00:00' ? '23:59' : closes
}

/** Sections by name; the page that it names says what is in them. */
function menuOf({ categories, dishes }: Menu, url: string): StructuredData {
  const used = categories.filter(({ id }) => dishes.some(({ categoryId }) => categoryId === id))
  return {
    '@type': 'Menu',
    '@id': `${url}#menu`,
    url,
    hasMenuSection: used.map(({ name }) => ({ '@type': 'MenuSection', name })),
  }
}

/** An event's days are the shop's dated opening days; without any that is still to come it is only a place. */
function eventOf(place: StructuredData, shop: ShopInfo, today: string): StructuredData | undefined {
  const dated = shop.hours.exceptions
    .filter(({ date, periods }) => date >= today && periods.length > 0)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const [first] = dated
  const last = dated.at(-1)
  const [begin] = first?.periods ?? []
  const end = last?.periods.at(-1)
  if (!first || !last || !begin || !end) return undefined
  const { name, url, description, image, address, geo } = place
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name,
    url,
    ...(description !== undefined && { description }),
    ...(image !== undefined && { image }),
    startDate: `${first.date}T${begin.opens}`,
    endDate: `${end.closes <= end.opens ? addDays(last.date, 1) : last.date}T${end.closes}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    eventStatus: 'https://schema.org/EventScheduled',
    location: { '@type': 'Place', name, address, ...(geo !== undefined && { geo }) },
  }
}
