import type { ShopFailureCode } from '#model/shop/failure.ts'
import type { BlockEnv } from './view.ts'
import { type Words, wordsFor } from './words.ts'

type Sentences = { readonly [Code in ShopFailureCode]: string }

const en: Sentences = {
  'bad-request': 'Something in what you entered is not right. Please check it.',
  'not-found': 'This is no longer here.',
  unauthorised: 'Your visit has timed out. Please reload the page.',
  'price-changed': 'A price has changed since you looked.',
  'sold-out': 'Something has just sold out.',
  'not-enough': 'There are not so many left. Please take fewer.',
  'not-on-now': 'Something in your order is not served at this time.',
  closed: 'The shop is closed at the moment.',
  'orders-paused': 'The kitchen is taking a short break from orders. Please try again soon.',
  'kitchen-full': 'The kitchen has all the orders it can take for today.',
  'address-needed': 'Where shall it go? Please add your address.',
  'no-delivery-there': 'The shop does not deliver to this address. You can pick it up, or change the address.',
  'below-minimum': 'This is less than the shop delivers for. Please add something.',
  'wrong-choice': 'The choices for a dish have changed. Please choose again.',
  'quote-expired': 'That took a while. Please check the total once more.',
  'slot-taken': 'Someone was a moment faster: this time has just been taken.',
  'hold-expired': 'We could not keep this time for you any longer.',
  'too-many-holds': 'You are holding several times already. Please finish one, or wait a few minutes.',
  'already-member': 'There is already a card for this phone number.',
  'coupon-gone': 'There is none of this coupon left for you.',
  'coupon-unusable': 'This coupon can no longer be used here.',
  'coupon-not-for-you': 'This coupon is for members.',
  'not-enough-points': 'You do not have enough points for this yet.',
  'members-only': 'This is for members. Joining takes a moment.',
  conflict: 'This has changed in the meantime. Please look again.',
  'login-unavailable': 'Signing in is not possible here at the moment. You can go on without.',
  'amount-out-of-range': 'This amount cannot be paid here.',
  'payment-failed': 'The payment did not go through, and nothing was charged. Please try again.',
  'too-many-requests': 'That was very quick. Please wait a moment and try again.',
  'file-refused': 'This file cannot be taken. Please choose another one.',
  offline: 'No connection. Nothing is lost: try again when you are back online.',
  'preview-only': 'This is a preview, so nothing is really ordered. It works once the program is published.',
  'not-granted': 'This is not offered here any more. Please reload the page.',
  cancelled: 'Nothing was changed.',
  unsupported: 'This phone or browser cannot do that.',
  internal: 'Something went wrong on our side. Please try again.',
}

const zh: Sentences = {
  'bad-request': '填写的内容有误，请检查一下。',
  'not-found': '内容已经不在了。',
  unauthorised: '停留时间太久了，请刷新页面。',
  'price-changed': '价格刚刚有变动。',
  'sold-out': '有菜品刚刚售罄。',
  'not-enough': '库存不够了，请减少数量。',
  'not-on-now': '有菜品不在供应时段。',
  closed: '店铺现在休息中。',
  'orders-paused': '后厨正忙，暂停接单，请稍后再来。',
  'kitchen-full': '后厨今天的订单已经排满了。',
  'address-needed': '请先填写收货地址。',
  'no-delivery-there': '这个地址不在配送范围内，可以改为自取或更换地址。',
  'below-minimum': '还没到起送金额，再加点吧。',
  'wrong-choice': '菜品的可选项有变动，请重新选择。',
  'quote-expired': '停留时间有点久，请再确认一次金额。',
  'slot-taken': '手慢了一步，这个时段刚被订走。',
  'hold-expired': '保留时间已到，这个时段没能继续为您保留。',
  'too-many-holds': '您已占用多个时段，请先完成其中一个，或稍等几分钟。',
  'already-member': '这个手机号已经办过会员卡。',
  'coupon-gone': '这张券已经领完了。',
  'coupon-unusable': '这张券现在用不了。',
  'coupon-not-for-you': '这张券仅限会员领取。',
  'not-enough-points': '积分还不够兑换。',
  'members-only': '仅限会员参与，入会只需片刻。',
  conflict: '内容刚刚有变动，请再看一眼。',
  'login-unavailable': '目前无法登录，可以不登录继续。',
  'amount-out-of-range': '这个金额无法在此支付。',
  'payment-failed': '支付没有成功，没有扣款，请再试一次。',
  'too-many-requests': '操作太快了，请稍等再试。',
  'file-refused': '这个文件无法上传，请换一个。',
  offline: '网络断开了。内容都还在，联网后再试一次。',
  'preview-only': '这是预览，不会真的提交。发布后即可使用。',
  'not-granted': '这里已不提供这项服务，请刷新页面。',
  cancelled: '已取消，没有任何改动。',
  unsupported: '当前手机或浏览器不支持这个功能。',
  internal: '我们这边出了点问题，请再试一次。',
}

const sentences: Words<Sentences> = { en, 'zh-CN': zh }

/** What a visitor reads when the shop says no. A block may put a sentence of its own first where it knows more. */
export function failureWords(code: ShopFailureCode, language: BlockEnv['language']): string {
  return wordsFor(language, sentences)[code]
}
