import { type BlockStates, type Language } from '../kit/stories/block-state.ts'
import { loaded, offline } from '../kit/stories/mock-shop.ts'
import { sampleMenu } from '../menu/sample-menu.ts'
import { onSale, soldOut } from '../ordering/sample-sales.ts'

const full = (language: Language) => ({ menu: loaded(sampleMenu(language)) })
const props = { dish: 'beef' }

export const states = {
  default: { props, data: full },
  plain: { props: { dish: 'cucumber', ratio: 'square' }, data: full },
  withoutPicture: { props: { ...props, ratio: 'none' }, data: full },
  onSale: { props, data: (language) => ({ menu: loaded(onSale(sampleMenu(language), 'beef', { left: 3 })) }) },
  added: { props: { dish: 'cucumber' }, data: full },
  soldOut: { props, data: (language) => ({ menu: loaded(soldOut(sampleMenu(language))) }) },
  readingOnly: { props: { ...props, dineIn: false, pickup: false }, data: full },
  gone: { props: { dish: 'nowhere' }, data: full },
  empty: { data: () => ({ menu: loaded({ categories: [], dishes: [], modifierGroups: [] }) }) },
  loading: { props },
  failed: { props, data: () => ({ menu: offline }) },
} satisfies BlockStates
