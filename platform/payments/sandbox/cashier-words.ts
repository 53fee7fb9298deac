/** The cashier's words. They belong to the provider, not to the program that sends customers here. */
import type { Script } from './script.ts'

export interface CashierWords {
  readonly test: string
  readonly payTo: string
  readonly pay: string
  readonly again: string
  readonly decline: string
  readonly back: string
  readonly cancel: string
  readonly declined: string
  readonly declinedMore: string
  readonly processing: string
  readonly processingMore: string
  readonly paid: string
  readonly paidMore: string
  readonly closed: string
  readonly closedMore: string
  readonly missing: string
  readonly missingMore: string
  readonly reference: string
  /** Shown when the amount's ending chooses something else than plain success. */
  readonly script: { readonly [Name in Exclude<Script, 'paid'>]: string }
}

const en: CashierWords = {
  test: 'Test – no money moves',
  payTo: 'Pay to',
  pay: 'Pay',
  again: 'Try again',
  decline: 'Let it be declined',
  back: 'Back to the shop',
  cancel: 'Not now, back to the shop',
  declined: 'Payment declined',
  declinedMore: 'Nothing was taken. You can try again.',
  processing: 'Payment under way',
  processingMore: 'Your bank takes a moment. The shop hears of it by itself.',
  paid: 'Paid',
  paidMore: 'The shop has been told.',
  closed: 'This payment is closed',
  closedMore: 'Its time is over. Nothing was taken.',
  missing: 'There is no such payment',
  missingMore: 'Go back to the shop and start again.',
  reference: 'Reference',
  script: {
    declined: 'Amounts ending in 02 are always declined here.',
    slow: 'Amounts ending in 03 are paid after a few seconds.',
    twice: 'Amounts ending in 04 are reported to the shop twice.',
    'before-answer': 'Amounts ending in 05 are reported before you are sent back.',
    'wrong-amount': 'Amounts ending in 06 are reported with a wrong amount.',
    'bad-signature': 'Amounts ending in 07 are reported with a bad signature.',
    'refund-fails': 'Amounts ending in 08 cannot be given back.',
    'pays-late': 'Amounts ending in 09 are paid only after their time is over.',
  },
}

const zh: CashierWords = {
  test: '测试收银台，不会真正扣款',
  payTo: '付款给',
  pay: '付款',
  again: '再试一次',
  decline: '模拟付款失败',
  back: '返回商家',
  cancel: '暂不付款，返回商家',
  declined: '付款未成功',
  declinedMore: '没有扣款，可以再试一次。',
  processing: '正在处理付款',
  processingMore: '银行需要一点时间，结果会自动通知商家。',
  paid: '付款成功',
  paidMore: '商家已收到通知。',
  closed: '付款已关闭',
  closedMore: '已超过付款时间，没有扣款。',
  missing: '找不到这笔付款',
  missingMore: '请返回商家重新下单。',
  reference: '参考号',
  script: {
    declined: '金额尾数为 02 时，这里总是付款失败。',
    slow: '金额尾数为 03 时，几秒后才付款成功。',
    twice: '金额尾数为 04 时，会向商家通知两次。',
    'before-answer': '金额尾数为 05 时，先通知商家再返回。',
    'wrong-amount': '金额尾数为 06 时，通知里的金额是错的。',
    'bad-signature': '金额尾数为 07 时，通知的签名是错的。',
    'refund-fails': '金额尾数为 08 时，无法退款。',
    'pays-late': '金额尾数为 09 时，过期之后才付款成功。',
  },
}

export function cashierWords(language: string): CashierWords {
  return language === 'zh-CN' ? zh : en
}
