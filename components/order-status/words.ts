import type { OrderChannel } from '#model/shop/orders.ts'
import type { Words } from '../kit/words.ts'
import type { Phase, Step } from './progress.ts'

interface Headline {
  readonly title: string
  /** What happens next, or what to do. */
  readonly next: string
}

export interface OrderWords {
  readonly number: string
  readonly steps: { readonly [S in Step]: string }
  /** When the order is carried to a table, "ready" means on its way. */
  readonly servedStep: string
  readonly phases: { readonly [P in Phase]: Headline }
  readonly ready: { readonly [Channel in OrderChannel]: Headline }
  /** A delivered order is completed at the door. */
  readonly delivered: Headline
  readonly reason: string
  /** When it will be ready, while it is not. */
  readonly promised: (when: string) => string
  readonly promisedAsap: (when: string) => string
  readonly pay: string
  readonly opening: string
  readonly payAtCounter: string
  readonly paid: string
  readonly refunded: string
  readonly partRefunded: string
  readonly refundedPart: string
  readonly refundComing: string
  readonly table: (label: string) => string
  readonly pickup: string
  readonly delivery: string
  readonly deliveryFee: string
  readonly payAtDoor: string
  readonly arrives: (when: string) => string
  readonly dineIn: string
  readonly ordered: string
  readonly subtotal: string
  readonly discount: string
  readonly tax: { readonly included: (rate: string) => string; readonly excluded: (rate: string) => string }
  readonly total: string
  readonly tip: string
  readonly points: (count: number) => string
  readonly receipt: string
  readonly callShop: string
}

const en: OrderWords = {
  number: 'Your number',
  steps: {
    placed: 'Placed',
    accepted: 'Accepted',
    preparing: 'Cooking',
    ready: 'Ready',
    out_for_delivery: 'On its way',
    completed: 'Done',
  },
  servedStep: 'Serving',
  phases: {
    'to-pay': {
      title: 'Waiting for your payment',
      next: 'The kitchen starts as soon as it is paid. If you have just paid, this page moves on by itself.',
    },
    'pay-pending': { title: 'Checking your payment', next: 'This takes a few seconds. The page moves on by itself.' },
    'pay-failed': {
      title: 'The payment did not go through',
      next: 'Nothing was taken. Your order is kept, you can pay again.',
    },
    refunded: { title: 'Paid back', next: 'The money is on its way back to you.' },
    placed: { title: 'Order received', next: 'The shop will confirm it in a moment.' },
    accepted: { title: 'The shop has your order', next: 'It is next in the kitchen. You can put your phone away.' },
    preparing: { title: 'Being cooked', next: 'We will show it here when it is ready.' },
    ready: { title: 'Ready', next: '' },
    out_for_delivery: { title: 'On its way to you', next: 'It has left the shop.' },
    completed: { title: 'Enjoy your meal', next: 'Thank you for coming. See you again soon.' },
    rejected: {
      title: 'The shop could not take this order',
      next: 'If you have paid, the money is on its way back to you.',
    },
    cancelled: { title: 'Order cancelled', next: 'If you have paid, the money is on its way back to you.' },
    expired: {
      title: 'Order expired',
      next: 'It was not paid in time, so the kitchen never started. Nothing was taken.',
    },
  },
  ready: {
    dine_in: { title: 'On its way to your table', next: 'Sit back, it will be served in a moment.' },
    pickup: { title: 'Ready for you', next: 'Please show your number at the counter.' },
    delivery: { title: 'Packed and ready', next: 'It leaves the shop in a moment.' },
  },
  delivered: { title: 'Delivered', next: 'Enjoy your meal. See you again soon.' },
  reason: 'The shop says',
  promised: (when) => `Ready for you: ${when}`,
  promisedAsap: (when) => `Ready about ${when}`,
  pay: 'Pay',
  opening: 'One moment…',
  payAtCounter: 'To pay at the counter',
  paid: 'Paid',
  refunded: 'Paid back',
  partRefunded: 'Partly paid back',
  refundedPart: 'Paid back',
  refundComing: 'On its way back to you',
  table: (label) => `Table ${label}`,
  pickup: 'Pick up',
  delivery: 'Delivery',
  deliveryFee: 'Delivery fee',
  payAtDoor: 'To pay at the door',
  arrives: (when) => `With you about ${when}`,
  dineIn: 'Eat here',
  ordered: 'Ordered',
  subtotal: 'Subtotal',
  discount: 'Member discount',
  tax: { included: (rate) => `of which ${rate} tax`, excluded: (rate) => `${rate} tax` },
  total: 'Total',
  tip: 'Tip, with our thanks',
  points: (count) => `${count} points earned`,
  receipt: 'Receipt',
  callShop: 'Call the shop',
}

const zh: OrderWords = {
  number: '取餐号',
  steps: {
    placed: '已下单',
    accepted: '已接单',
    preparing: '制作中',
    ready: '待取餐',
    out_for_delivery: '配送中',
    completed: '已完成',
  },
  servedStep: '上菜中',
  phases: {
    'to-pay': { title: '等待支付', next: '支付成功后，后厨马上开始制作。如已支付，页面会自动更新。' },
    'pay-pending': { title: '正在确认支付结果', next: '只需几秒，页面会自动更新。' },
    'pay-failed': { title: '支付没有成功', next: '没有扣款，订单已为您保留，可以重新支付。' },
    refunded: { title: '已退款', next: '款项正在原路退回。' },
    placed: { title: '下单成功', next: '店家马上确认，请稍等。' },
    accepted: { title: '店家已接单', next: '后厨即将开始制作，可以先放下手机。' },
    preparing: { title: '正在制作', next: '做好后会第一时间在这里提醒您。' },
    ready: { title: '做好了', next: '' },
    out_for_delivery: { title: '正在送来', next: '已经出发，请留意电话。' },
    completed: { title: '请慢用', next: '感谢光临，期待再次见到您。' },
    rejected: { title: '店家未能接单', next: '如已付款，款项正在原路退回。' },
    cancelled: { title: '订单已取消', next: '如已付款，款项正在原路退回。' },
    expired: { title: '订单已失效', next: '未在规定时间内支付，后厨没有制作，也没有扣款。' },
  },
  ready: {
    dine_in: { title: '正在为您上菜', next: '请在座位上稍候，马上就到。' },
    pickup: { title: '可以取餐了', next: '请到柜台出示取餐号。' },
    delivery: { title: '已经打包好', next: '马上出发送给您。' },
  },
  delivered: { title: '已送达', next: '请慢用，期待再次为您服务。' },
  reason: '店家留言',
  promised: (when) => `预约 ${when} 取餐`,
  promisedAsap: (when) => `预计 ${when} 可取`,
  pay: '去支付',
  opening: '请稍候…',
  payAtCounter: '到店付款',
  paid: '已支付',
  refunded: '已退款',
  partRefunded: '已部分退款',
  refundedPart: '已退款',
  refundComing: '退款中',
  table: (label) => (/[桌号台]/.test(label) ? label : `${label} 号桌`),
  pickup: '自取',
  delivery: '外送',
  deliveryFee: '配送费',
  payAtDoor: '货到付款',
  arrives: (when) => `预计 ${when} 送达`,
  dineIn: '堂食',
  ordered: '下单时间',
  subtotal: '小计',
  discount: '会员优惠',
  tax: { included: (rate) => `其中 ${rate} 税`, excluded: (rate) => `税 ${rate}` },
  total: '合计',
  tip: '小费（感谢您）',
  points: (count) => `获得 ${count} 积分`,
  receipt: '查看收据',
  callShop: '联系店家',
}

export const orderWords: Words<OrderWords> = { en, 'zh-CN': zh }
