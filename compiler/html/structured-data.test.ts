import { expect, test } from 'vitest'
import { sampleShopData } from '#components/testing/sample-shop-data.ts'
import type { ShopKind } from '#model/shop/catalogue.ts'
import type { ShopData } from '#components/kit/view.ts'
import { structuredData, structuredMenu } from './structured-data.ts'

const nowMs = Date.parse('2026-03-02T04:00:00Z')

function dataOf(shop: Partial<ShopData['shop']> = {}, more: Partial<ShopData> = {}) {
  const sample = sampleShopData()
  return structuredData({
    shopData: { ...sample, ...more, shop: { ...sample.shop, ...shop } },
    language: 'en',
    nowMs,
    url: 'https://n.example/',
    menuUrl: 'https://n.example/menu',
    description: 'Noodles pulled by hand',
    pictureUrl: 'https://n.example/pictures/abc?w=1280',
  })
}

test('a restaurant says where it is, how to reach it, what it costs and where its menu is', () => {
  expect(dataOf()).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Restaurant',
    '@id': 'https://n.example/#shop',
    name: 'Old Street Noodles',
    url: 'https://n.example/',
    description: 'Noodles pulled by hand',
    image: 'https://n.example/pictures/abc?w=1280',
    address: { '@type': 'PostalAddress', streetAddress: '88 Yanping Road, Shanghai' },
    geo: { '@type': 'GeoCoordinates', latitude: 31.2304, longitude: 121.4421 },
    telephone: '+86 21 5555 0188',
    priceRange: expect.stringMatching(/12.*–.*32/) as string,
    openingHoursSpecification: [
      {
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
        opens: '00:00',
        closes: '23:59',
      },
    ],
    hasMenu: {
      '@type': 'Menu',
      '@id': 'https://n.example/menu#menu',
      url: 'https://n.example/menu',
      hasMenuSection: [{ '@type': 'MenuSection', name: 'Noodles' }],
    },
  })
})

test.each<[ShopKind, string]>([
  ['salon', 'HairSalon'],
  ['beauty', 'HealthAndBeautyBusiness'],
  ['hotel', 'Hotel'],
  ['clinic', 'MedicalClinic'],
  ['other', 'LocalBusiness'],
])('a %s is a %s, with the members that search engines require', (kind, type) => {
  const data = dataOf({ kind })
  expect(data).toMatchObject({ '@type': type, name: 'Old Street Noodles', address: { '@type': 'PostalAddress' } })
  expect(data).not.toHaveProperty('hasMenu')
})

test('a shop that never said what it is, is told by what it offers', () => {
  const menu = { categories: [], dishes: [], modifierGroups: [] }
  expect(dataOf({}, { menu })).toMatchObject({ '@type': 'LocalBusiness' })
  const services = [{} as ShopData['services'][number]]
  expect(dataOf({}, { menu, services })).toMatchObject({ '@type': 'HealthAndBeautyBusiness' })
})

test('without an address there is nothing to say', () => {
  expect(dataOf({ address: { text: ' ', latitude: null, longitude: null } })).toBeUndefined()
})

test('days that differ are said for the next two months; a closed one opens and closes at once', () => {
  const day = (date: string, opens?: string, closes = '') => ({
    date,
    note: '',
    periods: opens === undefined ? [] : [{ opens, closes }],
  })
  const exceptions = [
    day('2026-03-01'),
    day('2026-03-08'),
    day('2026-03-09', '10:00', '00:00'),
    day('2026-09-01', '10:00', '12:00'),
  ]
  const special = { '@type': 'OpeningHoursSpecification' }
  expect(dataOf({ hours: { weekly: [], exceptions } })).toMatchObject({
    openingHoursSpecification: [
      { ...special, validFrom: '2026-03-08', validThrough: '2026-03-08', opens: '00:00', closes: '00:00' },
      { ...special, validFrom: '2026-03-09', validThrough: '2026-03-09', opens: '10:00', closes: '23:59' },
    ],
  })
})

test("an event begins and ends with the shop's dated days; without any it is the place", () => {
  const exceptions = [
    { date: '2026-03-21', note: '', periods: [{ opens: '18:00', closes: '01:00' }] },
    { date: '2026-03-20', note: '', periods: [{ opens: '17:30', closes: '23:00' }] },
  ]
  expect(dataOf({ kind: 'event', hours: { weekly: [], exceptions } })).toMatchObject({
    '@type': 'Event',
    name: 'Old Street Noodles',
    startDate: '2026-03-20T17:30',
    endDate: '2026-03-22T01:00',
    location: { '@type': 'Place', name: 'Old Street Noodles', address: { '@type': 'PostalAddress' } },
  })
  expect(dataOf({ kind: 'event' })).toMatchObject({ '@type': 'EventVenue' })
})

test('the page with the menu names its dishes with their prices, by section', () => {
  const sample = sampleShopData()
  const [dish] = sample.menu.dishes
  const [small] = dish!.variants
  const dishes = [
    { ...dish!, name: 'Cucumber', tags: ['vegetarian' as const], variants: [{ ...small!, priceMinor: 950 }] },
    { ...dish!, name: 'Beef', tags: [], variants: [1200, 3200].map((priceMinor) => ({ ...small!, priceMinor })) },
  ]
  expect(structuredMenu({ ...sample, menu: { ...sample.menu, dishes } }, 'https://n.example/menu')).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Menu',
    '@id': 'https://n.example/menu#menu',
    url: 'https://n.example/menu',
    hasMenuSection: [
      {
        '@type': 'MenuSection',
        name: 'Noodles',
        hasMenuItem: [
          {
            '@type': 'MenuItem',
            name: 'Cucumber',
            offers: { '@type': 'Offer', price: 9.5, priceCurrency: 'CNY' },
            suitableForDiet: 'https://schema.org/VegetarianDiet',
          },
          {
            '@type': 'MenuItem',
            name: 'Beef',
            offers: { '@type': 'AggregateOffer', lowPrice: 12, highPrice: 32, priceCurrency: 'CNY' },
          },
        ],
      },
    ],
  })
  const salon = { ...sample, shop: { ...sample.shop, kind: 'salon' as const } }
  expect(structuredMenu(salon, 'https://n.example/menu')).toBeUndefined()
})
