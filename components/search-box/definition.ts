import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'
import { orderingFields, orderingLogin } from '../ordering/ordering-fields.ts'

/** Finds dishes, services and pages of the program while somebody types. */
export const searchBox = defineBlock({
  type: 'search-box',
  label: { en: 'Search', 'zh-CN': '搜索框' },
  description: {
    en: 'Finds dishes, services and pages as your customers type; dishes go straight into the cart',
    'zh-CN': '边输入边找菜品、服务和页面，找到的菜品可直接加入购物车',
  },
  group: 'sell',
  icon: 'search',
  version: 1,
  fields: {
    hint: {
      kind: 'text',
      label: { en: 'Words inside', 'zh-CN': '提示文字' },
      default: '',
      maxLength: 40,
      translatable: true,
    },
    suggestions: {
      kind: 'list',
      label: { en: 'Suggestions', 'zh-CN': '热门搜索' },
      itemLabel: { en: 'Suggestion', 'zh-CN': '热词' },
      default: [],
      maxItems: 8,
      item: {
        words: {
          kind: 'text',
          label: { en: 'Words', 'zh-CN': '文字' },
          default: '',
          maxLength: 20,
          translatable: true,
        },
      },
    },
    dishes: { kind: 'switch', label: { en: 'Finds dishes', 'zh-CN': '搜菜品' }, default: true },
    services: { kind: 'switch', label: { en: 'Finds services', 'zh-CN': '搜服务' }, default: true },
    pages: { kind: 'switch', label: { en: 'Finds pages', 'zh-CN': '搜页面' }, default: true },
    ...orderingFields,
  },
  slots: {},
  shopData: ['menu', 'services', 'shop'],
  visitorData: [],
  needs: ['shop.order', 'shop.pay', 'storage'],
  login: orderingLogin,
  interactive: true,
  upgrades: {},
})

export type SearchBoxProps = PropsOfBlock<typeof searchBox>
