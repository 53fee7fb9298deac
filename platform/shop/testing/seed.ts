/** A small shop for tests: open day and night, two dishes with choices, two tables and a barber. */
import type { LocalText } from '#model/program-spec.ts'
import type { ShopSeed } from '#templates/template.ts'

const both = (text: string): LocalText => ({ en: text, 'zh-CN': `${text}。` })
const always = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '00:00' }))

export const testSeed: ShopSeed = {
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  phone: '+862155550100',
  address: both('1 Test Road'),
  latitude: 31.2,
  longitude: 121.4,
  hours: always,
  tables: [
    { label: 'T4', seats: 4 },
    { label: 'T2', seats: 2 },
  ],
  categories: [
    { key: 'noodles', name: both('Noodles') },
    { key: 'drinks', name: both('Drinks') },
  ],
  modifierGroups: [
    {
      key: 'spice',
      name: both('Spice'),
      min: 1,
      max: 1,
      options: [
        { key: 'mild', name: both('Mild'), priceMinor: 0, maxQuantity: 1, preselected: true },
        { key: 'hot', name: both('Hot'), priceMinor: 50, maxQuantity: 1, preselected: false },
      ],
    },
    {
      key: 'toppings',
      name: both('Toppings'),
      min: 0,
      max: 3,
      options: [
        { key: 'egg', name: both('Egg'), priceMinor: 200, maxQuantity: 2, preselected: false },
        { key: 'beef', name: both('Beef'), priceMinor: 800, maxQuantity: 3, preselected: false },
      ],
    },
  ],
  dishes: [
    {
      key: 'beef-noodles',
      category: 'noodles',
      name: both('Beef noodles'),
      description: both('Slow broth'),
      picture: null,
      variants: [
        { key: 'small', name: both('Small'), priceMinor: 2800 },
        { key: 'large', name: both('Large'), priceMinor: 3400 },
      ],
      modifierGroups: ['spice', 'toppings'],
      tags: ['signature'],
    },
    {
      key: 'tea',
      category: 'drinks',
      name: both('Tea'),
      description: both(''),
      picture: null,
      variants: [{ key: 'cup', name: both(''), priceMinor: 1000 }],
      modifierGroups: [],
      tags: [],
    },
  ],
  services: [
    {
      key: 'table',
      kind: 'table',
      name: both('A table'),
      description: both(''),
      durationMinutes: 90,
      slotStepMinutes: 30,
      priceMinor: 0,
      minParty: 1,
      maxParty: 4,
      minNoticeMinutes: 30,
      maxAdvanceDays: 30,
      staff: [],
    },
    {
      key: 'haircut',
      kind: 'appointment',
      name: both('Haircut'),
      description: both(''),
      durationMinutes: 45,
      slotStepMinutes: 15,
      priceMinor: 8000,
      minParty: 1,
      maxParty: 1,
      minNoticeMinutes: 0,
      maxAdvanceDays: 30,
      staff: [both('Ann')],
    },
  ],
  tiers: [
    { key: 'basic', name: both('Basic'), fromPoints: 0, discountPercent: 0, perk: both('') },
    { key: 'gold', name: both('Gold'), fromPoints: 100, discountPercent: 10, perk: both('10 % off') },
  ],
  pointsPerUnit: 1,
}
