import type { ShopFailureCode } from '#model/shop/failure.ts'
import type { BlockEnv } from './view.ts'

type Sentences = { readonly [Code in ShopFailureCode]: string }

const en: Sentences = {
  'bad-request': 'Something in what you entered is not right. Please check it.',
  'not-found': 'This is no longer here.',
  unauthorised: 'Your visit has timed out. Please reload the page.',
  'price-changed': 'A price has changed since you looked.',
  'sold-out': 'Something has just sold out.',
  closed: 'The shop is closed at the moment.',
  'orders-paused': 'The kitchen is taking a short break from orders. Please try again soon.',
  'wrong-choice': 'The choices for a dish have changed. Please choose again.',
  'quote-expired': 'That took a while. Please check the total once more.',
  'slot-taken': 'Someone was a moment faster: this time has just been taken.',
  'hold-expired': 'We could not keep this time for you any longer.',
  'too-many-holds': 'You are holding several times already. Please finish one, or wait a few minutes.',
  'already-member': 'There is already a card for this phone number.',
  conflict: 'This has changed in the meantime. Please look again.',
  'amount-out-of-range': 'This amount cannot be paid here.',
  'too-many-requests': 'That was very quick. Please wait a moment and try again.',
  offline: 'No connection. Nothing is lost: try again when you are back online.',
  'preview-only': 'This is a preview, so nothing is really ordered. It works once the program is published.',
  internal: 'Something went wrong on our side. Please try again.',
}

const zh: Sentences = {
  'bad-request': '填写的内容有误，请检查一下。',
  'not-found': '内容已经不在了。',
  unauthorised: '停留时间太久了，请刷新页面。',
  'price-changed': '价格刚刚有变动。',
  'sold-out': '有菜品刚刚售罄。',
  closed: '店铺现在休息中。',
  'orders-paused': '后厨正忙，暂停接单，请稍后再来。',
  'wrong-choice': '菜品的可选项有变动，请重新选择。',
  'quote-expired': '停留时间有点久，请再确认一次金额。',
  'slot-taken': '手慢了一步，这个时段刚被订走。',
  'hold-expired': '保留时间已到，这个时段没能继续为您保留。',
  'too-many-holds': '您已占用多个时段，请先完成其中一个，或稍等几分钟。',
  'already-member': '这个手机号已经办过会员卡。',
  conflict: '内容刚刚有变动，请再看一眼。',
  'amount-out-of-range': '这个金额无法在此支付。',
  'too-many-requests': '操作太快了，请稍等再试。',
  offline: '网络断开了。内容都还在，联网后再试一次。',
  'preview-only': '这是预览，不会真的提交。发布后即可使用。',
  internal: '我们这边出了点问题，请再试一次。',
}

/** What a visitor reads when the shop says no. A block may put a sentence of its own first where it knows more. */
export function failureWords(code: ShopFailureCode, language: BlockEnv['language']): string {
  return (language === 'en' ? en : zh)[code]
}
