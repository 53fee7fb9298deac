import { defineBlock } from '../kit/define-block.ts'

/** A grid of icons that lead to pages, a call or the map. */
export const iconNavigation = defineBlock({
  type: 'icon-navigation',
  label: { en: 'Icon links', 'zh-CN': '图标导航' },
  description: { en: 'Icons that lead to pages, a call or the map', 'zh-CN': '用图标通往各页面、电话或地图' },
  group: 'tell',
  icon: 'grid',
  version: 1,
  fields: {
    items: {
      kind: 'list',
      label: { en: 'Icons', 'zh-CN': '图标' },
      itemLabel: { en: 'Icon', 'zh-CN': '图标' },
      maxItems: 15,
      default: [],
      item: {
        icon: { kind: 'icon', label: { en: 'Icon', 'zh-CN': '图标' }, default: 'star' },
        label: {
          kind: 'text',
          label: { en: 'Words', 'zh-CN': '文字' },
          default: '',
          maxLength: 16,
          translatable: true,
        },
        link: { kind: 'link', label: { en: 'Leads to', 'zh-CN': '点击跳转' }, default: null, isNeeded: true },
      },
    },
    columns: {
      kind: 'choice',
      label: { en: 'In a row', 'zh-CN': '每行个数' },
      default: '4',
      group: 'layout',
      options: [
        { value: '2', label: { en: '2', 'zh-CN': '2 个' } },
        { value: '3', label: { en: '3', 'zh-CN': '3 个' } },
        { value: '4', label: { en: '4', 'zh-CN': '4 个' } },
        { value: '5', label: { en: '5', 'zh-CN': '5 个' } },
      ],
    },
    style: {
      kind: 'choice',
      label: { en: 'Style', 'zh-CN': '样式' },
      default: 'tinted',
      group: 'style',
      options: [
        { value: 'tinted', label: { en: 'Tinted', 'zh-CN': '浅色底' } },
        { value: 'filled', label: { en: 'Filled', 'zh-CN': '实色底' } },
        { value: 'plain', label: { en: 'Plain', 'zh-CN': '无底色' } },
      ],
    },
  },
  starter: {
    items: [
      { icon: 'utensils', label: { $text: { en: 'Order', 'zh-CN': '点餐' } }, link: null },
      { icon: 'calendar', label: { $text: { en: 'Book', 'zh-CN': '订座' } }, link: null },
      { icon: 'card', label: { $text: { en: 'Members', 'zh-CN': '会员' } }, link: null },
      { icon: 'map-pin', label: { $text: { en: 'Find us', 'zh-CN': '到店' } }, link: { kind: 'map' } },
    ],
  },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})
