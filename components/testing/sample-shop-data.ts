/** A small shop as a visitor sees it, for tests of whatever draws or serves it. */
import type { Menu } from '#model/shop/catalogue.ts'
import type { ShopData } from '../kit/view.ts'

/** Open all day, so that tests may run at any hour. @param dishCount - at least the two that tests name */
export function sampleShopData(dishCount = 2): ShopData {
  const more = Array.from({ length: dishCount - menu.dishes.length }, (_, index): Menu['dishes'][number] => ({
    ...plainDish,
    id: `dish-${index}`,
    name: `Dish number ${index}`,
    description: `Number ${index} is made fresh every morning`,
    variants: [{ id: `dish-${index}-0`, name: '', priceMinor: 1000 + index, soldOut: false }],
    modifierGroupIds: [],
  }))
  return {
    shop: {
      name: 'Old Street Noodles',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      phone: '+86 21 5555 0188',
      address: { text: '88 Yanping Road, Shanghai', latitude: 31.2304, longitude: 121.4421 },
      hours: { weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '00:00' })), exceptions: [] },
      isOpen: true,
      changesAtIso: null,
      ordersPaused: false,
      tables: [{ id: 'table-3', label: '3', seats: 2 }],
    },
    menu: { ...menu, dishes: [...menu.dishes, ...more] },
    services: [],
    membership: { tiers: [], pointsPerUnit: 1 },
    coupons: [],
  }
}

const plainDish: Omit<Menu['dishes'][number], 'id' | 'name' | 'variants' | 'modifierGroupIds'> = {
  categoryId: 'noodles',
  description: '',
  picture: null,
  soldOut: null,
  tags: [],
}

/** One dish with a choice to make, one without. */
const menu: Menu = {
  categories: [{ id: 'noodles', name: 'Noodles' }],
  dishes: [
    {
      ...plainDish,
      id: 'beef',
      name: 'Braised beef noodles',
      variants: [{ id: 'beef-0', name: '', priceMinor: 3200, soldOut: false }],
      modifierGroupIds: ['heat'],
    },
    {
      ...plainDish,
      id: 'cucumber',
      name: 'Smashed cucumber',
      variants: [{ id: 'cucumber-0', name: '', priceMinor: 1200, soldOut: false }],
      modifierGroupIds: [],
    },
  ],
  modifierGroups: [
    {
      id: 'heat',
      name: 'Heat',
      min: 1,
      max: 1,
      options: ['Mild', 'Hot'].map((name, index) => ({
        id: name,
        name,
        priceMinor: 0,
        maxQuantity: 1,
        soldOut: false,
        preselected: index === 0,
      })),
    },
  ],
}
