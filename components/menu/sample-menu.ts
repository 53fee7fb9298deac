/** A small noodle shop for stories and tests, in both languages. Never part of a published program. */
import type { Dish, Menu, ModifierGroup } from '#model/shop/catalogue.ts'
import type { OrderLine, Quote, QuoteRequest } from '#model/shop/orders.ts'

type Language = 'zh-CN' | 'en'
type Words = readonly [zh: string, en: string]

const categories: readonly (readonly [id: string, ...Words])[] = [
  ['signature', '招牌必点', 'Signatures'],
  ['noodles', '汤面', 'Noodle soups'],
  ['dry', '拌面', 'Dry noodles'],
  ['sides', '小食凉菜', 'Small plates'],
  ['drinks', '饮品甜水', 'Drinks & sweet soups'],
]

/** id, category, name, line, prices (one per size), groups, tags. */
type Row = readonly [string, string, Words, Words, readonly number[], readonly string[], Dish['tags']]

const rows: readonly Row[] = [
  [
    'beef',
    'signature',
    ['红烧牛肉面', 'Braised beef noodle soup'],
    ['牛腱慢炖四小时，汤头醇厚', 'Shank simmered for four hours in a dark, rich broth'],
    [3200, 3800],
    ['heat', 'toppings'],
    ['signature', 'spicy'],
  ],
  [
    'knife',
    'signature',
    ['山西刀削面', 'Shanxi knife-cut noodles'],
    ['现削现煮，面片筋道', 'Shaved into the pot to order, chewy and broad'],
    [2600, 3000],
    ['heat', 'toppings'],
    ['signature'],
  ],
  [
    'yangchun',
    'noodles',
    ['葱油阳春面', 'Scallion broth noodles'],
    ['一勺猪油，一把葱花', 'Clear broth, lard and a handful of scallions'],
    [1500],
    ['toppings'],
    [],
  ],
  [
    'tomato',
    'noodles',
    ['番茄鸡蛋面', 'Tomato and egg noodles'],
    ['沙瓤番茄熬到起沙', 'Ripe tomatoes cooked down until silky'],
    [1900],
    ['toppings'],
    ['vegetarian'],
  ],
  [
    'wonton',
    'noodles',
    ['鲜虾云吞面', 'Prawn wonton noodles'],
    ['整只虾仁，皮薄馅弹', 'A whole prawn in every thin-skinned wonton'],
    [3400],
    ['toppings'],
    ['new'],
  ],
  [
    'mushroom',
    'noodles',
    ['菌菇素汤面', 'Wild mushroom noodle soup'],
    ['六种菌菇熬足两小时', 'Six kinds of mushroom, two hours on the stove'],
    [2200],
    ['toppings'],
    ['vegetarian'],
  ],
  [
    'hot-oil',
    'dry',
    ['油泼辣子宽面', 'Hot-oil chilli wide noodles'],
    ['滚油现泼，香辣扑鼻', 'Sizzling oil poured over chilli and garlic at the pass'],
    [2400],
    ['heat', 'toppings'],
    ['spicy'],
  ],
  [
    'sesame',
    'dry',
    ['老北京芝麻凉面', 'Cold sesame noodles'],
    ['现磨芝麻酱，黄瓜丝解腻', 'Stone-ground sesame and cool cucumber'],
    [1800],
    ['toppings'],
    ['vegetarian'],
  ],
  ['dandan', 'dry', ['四川担担面', 'Sichuan dan dan noodles'], ['', ''], [2000], ['heat'], ['spicy']],
  [
    'cucumber',
    'sides',
    ['拍黄瓜', 'Smashed cucumber'],
    ['蒜香醋汁，清脆爽口', 'Garlic, black vinegar, very cold'],
    [1200],
    [],
    ['vegetarian'],
  ],
  [
    'egg',
    'sides',
    ['溏心卤蛋', 'Soy-marinated egg'],
    ['一颗，蛋黄流心', 'One egg with a soft, jammy yolk'],
    [400],
    [],
    [],
  ],
  [
    'dumplings',
    'sides',
    ['香煎猪肉白菜锅贴(六只)', 'Pan-fried pork and napa cabbage potstickers, six pieces'],
    ['底脆汁多', 'Crisp below, juicy within'],
    [1800],
    [],
    [],
  ],
  [
    'bun',
    'sides',
    ['刈包扣肉', 'Pork belly bun'],
    ['花生碎与酸菜', 'Peanuts and pickled mustard greens'],
    [1600],
    [],
    ['new'],
  ],
  [
    'plum',
    'drinks',
    ['冰镇酸梅汤', 'Iced sour plum drink'],
    ['古法熬制，少糖', 'Made the slow way, light on sugar'],
    [800],
    [],
    [],
  ],
  ['soy', 'drinks', ['现磨豆浆', 'Fresh soy milk'], ['热或冰', 'Hot or iced'], [600], ['temperature'], ['vegetarian']],
  ['tangyuan', 'drinks', ['酒酿小圆子', 'Rice wine dumplings'], ['桂花点缀', 'With osmanthus flowers'], [1400], [], []],
]

/** Files of the noodle-shop template, which stories serve. A dish without one shows how that looks. */
const pictures: { readonly [dishId: string]: string } = {
  beef: 'braised-beef',
  yangchun: 'scallion-oil',
  tomato: 'tomato-egg',
  wonton: 'wonton-soup',
  'hot-oil': 'chili-wontons',
  sesame: 'sesame-cold',
  dandan: 'dan-dan',
  cucumber: 'cucumber',
  egg: 'tea-egg',
  dumplings: 'potstickers',
  plum: 'plum-drink',
  soy: 'soy-milk',
}

const sizes: readonly Words[] = [
  ['标准份', 'Regular'],
  ['大份', 'Large'],
]

/** id, name, min, max, options: id, name, price, most of it. */
const groups: readonly (readonly [
  string,
  Words,
  number,
  number,
  readonly (readonly [string, Words, number, number])[],
])[] = [
  [
    'heat',
    ['辣度', 'Heat'],
    1,
    1,
    [
      ['mild', ['不辣', 'No chilli'], 0, 1],
      ['medium', ['微辣', 'A little'], 0, 1],
      ['hot', ['特辣', 'Very hot'], 0, 1],
    ],
  ],
  [
    'toppings',
    ['加料', 'Toppings'],
    0,
    3,
    [
      ['extra-beef', ['加牛肉', 'Extra beef'], 1200, 2],
      ['fried-egg', ['煎蛋', 'Fried egg'], 300, 2],
      ['greens', ['烫青菜', 'Greens'], 400, 1],
      ['coriander', ['香菜', 'Coriander'], 0, 1],
    ],
  ],
  [
    'temperature',
    ['温度', 'Temperature'],
    1,
    1,
    [
      ['warm', ['热', 'Hot'], 0, 1],
      ['iced', ['冰', 'Iced'], 0, 1],
    ],
  ],
]

export function sampleMenu(language: Language = 'zh-CN'): Menu {
  const say = ([zh, en]: Words) => (language === 'en' ? en : zh)
  return {
    categories: categories.map(([id, ...name]) => ({ id, name: say(name) })),
    dishes: rows.map(([id, categoryId, name, line, prices, modifierGroupIds, tags]): Dish => {
      const file = pictures[id]
      return {
        id,
        categoryId,
        name: say(name),
        description: say(line),
        picture: file ? { url: `/pictures/${file}.webp`, widthPx: 480, heightPx: 480, alt: say(name) } : null,
        variants: prices.map((priceMinor, index) => ({
          id: `${id}-${index}`,
          name: prices.length > 1 ? say(sizes[index] ?? ['', '']) : '',
          priceMinor,
          soldOut: false,
        })),
        modifierGroupIds: [...modifierGroupIds],
        soldOut: null,
        tags: [...tags],
      }
    }),
    modifierGroups: groups.map(([id, name, min, max, options]): ModifierGroup => ({
      id,
      name: say(name),
      min,
      max,
      options: options.map(([optionId, optionName, priceMinor, maxQuantity], index) => ({
        id: optionId,
        name: say(optionName),
        priceMinor,
        maxQuantity,
        soldOut: false,
        preselected: min > 0 && index === 0,
      })),
    })),
  }
}

/** What a shop would answer to a cart, for stories: every dish as the menu prices it, and a member's tenth off. */
export function sampleQuote(menu: Menu, request: QuoteRequest): Quote {
  const options = menu.modifierGroups.flatMap((group) => group.options)
  const lines = request.lines.flatMap((line): OrderLine[] => {
    const dish = menu.dishes.find((each) => each.id === line.dishId)
    const variant = dish?.variants.find((each) => each.id === line.variantId)
    if (!dish || !variant) return []
    const modifiers = line.modifiers.flatMap(({ optionId, quantity }) => {
      const option = options.find((each) => each.id === optionId)
      return option ? [{ name: option.name, quantity, priceMinor: option.priceMinor }] : []
    })
    const unitMinor = modifiers.reduce((sum, each) => sum + each.priceMinor * each.quantity, variant.priceMinor)
    const { note, quantity } = line
    const named = { dishId: dish.id, name: dish.name, variantName: variant.name, modifiers, note, quantity }
    return [{ ...named, unitMinor, totalMinor: unitMinor * quantity }]
  })
  const subtotalMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0)
  const discountMinor = Math.round(subtotalMinor / 10)
  return {
    id: 'quote-1',
    lines,
    currency: 'CNY',
    subtotalMinor,
    discountMinor,
    totalMinor: subtotalMinor - discountMinor,
    expiresAtIso: '2026-10-14T11:35:00+08:00',
    pointsToEarn: Math.floor((subtotalMinor - discountMinor) / 100),
    ...(request.channel === 'pickup' && { promise: samplePromise(request.readyAtIso ?? null) }),
  }
}

/** Every quarter of an hour of two days' lunches, one of them taken already. */
function samplePromise(readyAtIso: string | null): NonNullable<Quote['promise']> {
  const choices = ['2026-10-14', '2026-10-15'].flatMap((day) =>
    ['12:00', '12:15', '12:30', '13:00', '13:15', '13:30', '13:45', '14:00'].map((time) => `${day}T${time}:00+08:00`),
  )
  return { atIso: readyAtIso ?? '2026-10-14T11:50:00+08:00', isAsap: readyAtIso === null, choices }
}
