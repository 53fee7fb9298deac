import type { Words } from '../kit/words.ts'

interface PayWords {
  readonly label: string
  readonly amount: string
  readonly between: (min: string, max: string) => string
  readonly tooLow: (min: string) => string
  readonly tooHigh: (max: string) => string
  readonly unreadable: string
  readonly note: string
  readonly noteHint: string
  readonly pay: (amount: string) => string
  readonly payPlain: string
  readonly working: string
  readonly retry: string
  readonly closed: string
  readonly closedUntil: (when: string) => string
  readonly notSet: string
  readonly notSetCanvas: string
  readonly safe: string
}

export const payWords: Words<PayWords> = {
  en: {
    label: 'Pay',
    amount: 'Amount',
    between: (min, max) => `From ${min} to ${max}`,
    tooLow: (min) => `At least ${min}, please.`,
    tooHigh: (max) => `At most ${max} in one payment.`,
    unreadable: 'Please type an amount, such as 28 or 28.50.',
    note: 'Note',
    noteHint: 'Table or name (optional)',
    pay: (amount) => `Pay ${amount}`,
    payPlain: 'Pay',
    working: 'To the cashier…',
    retry: 'Try again',
    closed: 'Closed now. You can pay during opening hours.',
    closedUntil: (when) => `Closed now. You can pay again from ${when}.`,
    notSet: 'No payments are taken here at the moment.',
    notSetCanvas: 'Set the amount in the panel',
    safe: 'You confirm at the cashier in the next step',
  },
  'zh-CN': {
    label: '付款',
    amount: '金额',
    between: (min, max) => `${min} 至 ${max}`,
    tooLow: (min) => `最低 ${min}。`,
    tooHigh: (max) => `单笔最高 ${max}。`,
    unreadable: '请输入金额，例如 28 或 28.50。',
    note: '备注',
    noteHint: '如桌号或称呼（选填）',
    pay: (amount) => `支付 ${amount}`,
    payPlain: '去支付',
    working: '正在前往收银台…',
    retry: '再试一次',
    closed: '休息中，营业时间可付款。',
    closedUntil: (when) => `休息中，${when} 起可付款。`,
    notSet: '暂不接受付款。',
    notSetCanvas: '在属性里设置金额',
    safe: '下一步在收银台确认',
  },
}
