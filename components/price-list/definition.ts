import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** Names with prices, in groups; for services and goods that are not ordered here. */
export const priceList = defineBlock({
  type: 'price-list',
  label: { en: 'Price list', 'zh-CN': '价目表' },
  description: { en: 'Names and prices, in groups', 'zh-CN': '分组列出项目与价格' },
  group: 'tell',
  icon: 'tag',
  version: 1,
  fields: {
    title: {
      kind: 'text',
      label: { en: 'Title', 'zh-CN': '标题' },
      default: '',
      maxLength: 40,
      onCanvas: true,
      translatable: true,
    },
    items: {
      kind: 'list',
      label: { en: 'Lines', 'zh-CN': '项目' },
      itemLabel: { en: 'Line', 'zh-CN': '项目' },
      maxItems: 80,
      default: [],
      item: {
        kind: {
          kind: 'choice',
          label: { en: 'This is', 'zh-CN': '类型' },
          default: 'price',
          options: [
            { value: 'price', label: { en: 'A price', 'zh-CN': '价格' } },
            { value: 'group', label: { en: 'A heading', 'zh-CN': '分组标题' } },
          ],
        },
        name: {
          kind: 'text',
          label: { en: 'Name', 'zh-CN': '名称' },
          default: '',
          maxLength: 60,
          translatable: true,
        },
        note: {
          kind: 'text',
          label: { en: 'Smaller words', 'zh-CN': '小字' },
          help: { en: 'What is included, how long it takes', 'zh-CN': '例如包含什么、需要多久' },
          default: '',
          maxLength: 120,
          translatable: true,
          when: { field: 'kind', is: ['price'] },
        },
        priceMinor: {
          kind: 'money',
          label: { en: 'Price', 'zh-CN': '价格' },
          default: null,
          min: 0,
          max: 100_000_000,
          when: { field: 'kind', is: ['price'] },
        },
        beforeMinor: {
          kind: 'money',
          label: { en: 'Price before', 'zh-CN': '原价' },
          default: null,
          min: 0,
          max: 100_000_000,
          when: { field: 'kind', is: ['price'] },
        },
        from: {
          kind: 'switch',
          label: { en: 'From this price', 'zh-CN': '起价' },
          default: false,
          when: { field: 'kind', is: ['price'] },
        },
      },
    },
    footnote: {
      kind: 'text',
      label: { en: 'Footnote', 'zh-CN': '备注' },
      default: '',
      maxLength: 160,
      onCanvas: true,
      translatable: true,
    },
    look: {
      kind: 'choice',
      label: { en: 'Look', 'zh-CN': '样式' },
      default: 'dotted',
      group: 'style',
      options: [
        { value: 'dotted', label: { en: 'Dotted lines', 'zh-CN': '点线引导' } },
        { value: 'card', label: { en: 'Card', 'zh-CN': '卡片' } },
      ],
    },
  },
  starter: {
    title: { $text: { en: 'Prices', 'zh-CN': '价目表' } },
    items: [
      { kind: 'group', name: { $text: { en: 'Cut', 'zh-CN': '剪发' } } },
      {
        name: { $text: { en: 'Cut and finish', 'zh-CN': '洗剪吹' } },
        note: { $text: { en: '45 minutes, wash included', 'zh-CN': '约 45 分钟' } },
        priceMinor: 12800,
      },
      {
        name: { $text: { en: 'Children up to 10', 'zh-CN': '儿童剪发（10 岁以下）' } },
        note: { $text: { en: '20 minutes', 'zh-CN': '约 20 分钟' } },
        priceMinor: 6800,
      },
      { kind: 'group', name: { $text: { en: 'Colour', 'zh-CN': '染发' } } },
      {
        name: { $text: { en: 'Full colour', 'zh-CN': '全头染色' } },
        note: { $text: { en: 'By length of hair', 'zh-CN': '按发长计价' } },
        priceMinor: 38800,
        from: true,
      },
    ],
  },
  slots: {},
  shopData: ['shop'],
  visitorData: [],
  interactive: false,
  upgrades: {},
})

export type PriceListProps = PropsOfBlock<typeof priceList>
