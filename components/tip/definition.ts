import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** Lets a customer give a tip for their latest order, paid at the cashier; the shop says what it comes to. */
export const tip = defineBlock({
  type: 'tip',
  label: { en: 'Tip', 'zh-CN': '打赏' },
  description: {
    en: 'A thank-you to the team for the latest order: a share of it, or an amount',
    'zh-CN': '顾客为最近一单打赏店员，可按比例或固定金额',
  },
  group: 'sell',
  icon: 'heart',
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
    line: {
      kind: 'text',
      label: { en: 'A sentence', 'zh-CN': '一句话' },
      default: '',
      maxLength: 80,
      onCanvas: true,
      translatable: true,
    },
    kind: {
      kind: 'choice',
      label: { en: 'Offers', 'zh-CN': '打赏方式' },
      default: 'percent',
      options: [
        { value: 'percent', label: { en: 'A share of the order', 'zh-CN': '按订单比例' } },
        { value: 'amount', label: { en: 'Amounts', 'zh-CN': '固定金额' } },
      ],
    },
    percents: {
      kind: 'list',
      label: { en: 'Shares', 'zh-CN': '比例' },
      itemLabel: { en: 'Share', 'zh-CN': '比例' },
      default: [],
      maxItems: 4,
      item: {
        percent: {
          kind: 'number',
          label: { en: 'Share', 'zh-CN': '比例' },
          default: 10,
          min: 1,
          max: 100,
          unit: 'percent',
        },
      },
      when: { field: 'kind', is: ['percent'] },
    },
    amounts: {
      kind: 'list',
      label: { en: 'Amounts', 'zh-CN': '金额' },
      itemLabel: { en: 'Amount', 'zh-CN': '金额' },
      default: [],
      maxItems: 4,
      item: {
        amountMinor: {
          kind: 'money',
          label: { en: 'Amount', 'zh-CN': '金额' },
          default: null,
          min: 1,
          max: 10_000_000,
        },
      },
      when: { field: 'kind', is: ['amount'] },
    },
    typed: {
      kind: 'switch',
      label: { en: 'Another amount can be typed', 'zh-CN': '可以自己填金额' },
      default: true,
    },
    mostMinor: {
      kind: 'money',
      label: { en: 'At most', 'zh-CN': '最多' },
      default: 20_000,
      min: 1,
      max: 10_000_000,
      when: { field: 'typed', is: [true] },
    },
  },
  starter: {
    title: { $text: { en: 'Did you like it?', 'zh-CN': '吃得还满意吗？' } },
    line: { $text: { en: 'Every bit goes to the team.', 'zh-CN': '打赏全部归店员所有。' } },
    percents: [{ percent: 5 }, { percent: 10 }, { percent: 15 }],
  },
  slots: {},
  shopData: ['shop'],
  visitorData: ['orders'],
  needs: ['shop.pay', 'storage'],
  interactive: true,
  upgrades: {},
})

export type TipProps = PropsOfBlock<typeof tip>
