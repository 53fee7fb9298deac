import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** Takes a payment that is not an order: a fixed amount, or one the visitor types between two limits. */
export const payButton = defineBlock({
  type: 'pay-button',
  label: { en: 'Pay button', 'zh-CN': '付款按钮' },
  description: {
    en: 'Takes a fixed amount, or one that the customer types',
    'zh-CN': '收取固定金额，或由顾客输入金额',
  },
  group: 'sell',
  icon: 'wallet',
  version: 1,
  fields: {
    label: {
      kind: 'text',
      label: { en: 'What it is for', 'zh-CN': '付款说明' },
      default: '',
      maxLength: 40,
      onCanvas: true,
      translatable: true,
    },
    kind: {
      kind: 'choice',
      label: { en: 'Amount', 'zh-CN': '金额方式' },
      default: 'typed',
      options: [
        { value: 'typed', label: { en: 'Customer types it', 'zh-CN': '顾客输入' } },
        { value: 'fixed', label: { en: 'Fixed', 'zh-CN': '固定金额' } },
      ],
    },
    amountMinor: {
      kind: 'money',
      label: { en: 'Fixed amount', 'zh-CN': '固定金额' },
      default: null,
      isNeeded: true,
      min: 1,
      max: 10_000_000,
      when: { field: 'kind', is: ['fixed'] },
    },
    minMinor: {
      kind: 'money',
      label: { en: 'At least', 'zh-CN': '最低金额' },
      default: 100,
      min: 1,
      max: 10_000_000,
      when: { field: 'kind', is: ['typed'] },
    },
    maxMinor: {
      kind: 'money',
      label: { en: 'At most', 'zh-CN': '最高金额' },
      default: 500_000,
      min: 1,
      max: 10_000_000,
      when: { field: 'kind', is: ['typed'] },
    },
    askNote: {
      kind: 'switch',
      label: { en: 'Asks for a note', 'zh-CN': '让顾客填写备注' },
      default: false,
      group: 'layout',
    },
    needsOpenShop: {
      kind: 'switch',
      label: { en: 'Only while the shop is open', 'zh-CN': '仅营业时间可付款' },
      default: false,
      group: 'advanced',
    },
  },
  starter: { label: { $text: { en: 'Pay the shop', 'zh-CN': '向商家付款' } } },
  slots: {},
  shopData: ['shop'],
  visitorData: [],
  needs: ['shop.pay', 'storage'],
  interactive: true,
  upgrades: {},
})

export type PayButtonProps = PropsOfBlock<typeof payButton>
