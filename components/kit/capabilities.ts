/**
 * What each capability is: the parts of a block's host that act for the visitor or touch their phone. A definition names what
 * it needs; its view sees no others, and a package of the program asks for them with these reasons.
 */
import { capabilities } from '#model/capabilities.ts'
import type { Capability } from '#model/capabilities.ts'
import type { LocalText } from '#model/program-spec.ts'
import type { BlockDefinition } from './define-block.ts'
import type { Host, ShopActions } from './host.ts'

interface CapabilityEntry {
  readonly label: LocalText
  /** Why a program that has such a block asks for it. */
  readonly reason: LocalText
  readonly host?: readonly (keyof Host)[]
  readonly shop?: readonly (keyof ShopActions)[]
}

export const capabilityTable = {
  'shop.order': {
    label: { en: 'Orders', 'zh-CN': '下单' },
    reason: { en: 'To place orders with the shop', 'zh-CN': '用于向店铺下单' },
    shop: ['quote', 'placeOrder'],
  },
  'shop.pay': {
    label: { en: 'Payments', 'zh-CN': '支付' },
    reason: { en: 'To open the cashier for an order or an amount', 'zh-CN': '用于打开收银台支付' },
    host: ['pay'],
    shop: ['payOrder', 'payDirect', 'tipOrder', 'payDeposit'],
  },
  'shop.book': {
    label: { en: 'Bookings', 'zh-CN': '预约' },
    reason: { en: 'To hold and confirm times', 'zh-CN': '用于预留并确认时间' },
    shop: ['slots', 'holdSlot', 'confirmBooking', 'cancelBooking'],
  },
  'shop.member': {
    label: { en: 'Membership', 'zh-CN': '会员' },
    reason: { en: 'To join the membership and show its card', 'zh-CN': '用于入会并展示会员卡' },
    shop: ['join', 'redeemReward', 'checkIn'],
  },
  'shop.coupon': {
    label: { en: 'Coupons', 'zh-CN': '优惠券' },
    reason: { en: 'To take and show coupons of the shop', 'zh-CN': '用于领取并展示店铺优惠券' },
    shop: ['claimCoupon'],
  },
  'shop.form': {
    label: { en: 'Forms', 'zh-CN': '表单' },
    reason: { en: 'To send what a visitor wrote into a form', 'zh-CN': '用于提交顾客填写的表单' },
    host: ['chooseFiles'],
    shop: ['submitForm', 'attachFile'],
  },
  'shop.queue': {
    label: { en: 'Waiting line', 'zh-CN': '排队取号' },
    reason: { en: 'To take a number in the line and give it back', 'zh-CN': '用于排队取号和退号' },
    shop: ['takeTicket', 'leaveQueue'],
  },
  'shop.progress': {
    label: { en: 'Progress by code', 'zh-CN': '凭码查进度' },
    reason: { en: 'To look up how far a repair or parcel is', 'zh-CN': '用于凭查询码查看维修或包裹进度' },
    shop: ['findJob'],
  },
  'shop.customer': {
    label: { en: 'Who the customer is', 'zh-CN': '顾客身份' },
    reason: {
      en: 'To fill in a name or phone number that the customer agrees to share',
      'zh-CN': '用于在顾客同意后填写姓名或手机号',
    },
    host: ['login', 'openAccount'],
    shop: ['login', 'customer'],
  },
  phone: {
    label: { en: 'Phone number', 'zh-CN': '手机号' },
    reason: { en: 'To fill in the customer’s own phone number', 'zh-CN': '用于填写顾客本人的手机号' },
    host: ['phone'],
  },
  location: {
    label: { en: 'City', 'zh-CN': '所在城市' },
    reason: { en: 'To let the customer choose a city', 'zh-CN': '用于让顾客选择所在城市' },
    host: ['pickCity'],
  },
  scan: {
    label: { en: 'Camera, to scan a code', 'zh-CN': '扫码' },
    reason: { en: 'To scan a code with the camera', 'zh-CN': '用于用相机扫码' },
    host: ['scan'],
  },
  share: {
    label: { en: 'Sharing', 'zh-CN': '分享' },
    reason: { en: 'To send this page to somebody', 'zh-CN': '用于把页面分享给别人' },
    host: ['share'],
  },
  storage: {
    label: { en: 'Memory on the phone', 'zh-CN': '本机存储' },
    reason: { en: 'To keep the cart and the visitor’s key on this device', 'zh-CN': '用于在本机保存购物车和访客标识' },
    host: ['storage'],
  },
  request: {
    label: { en: 'Published data of the program', 'zh-CN': '程序公开数据' },
    reason: { en: 'To read data that this program publishes', 'zh-CN': '用于读取本程序公开的数据' },
    host: ['request'],
  },
} as const satisfies { readonly [Name in Capability]: CapabilityEntry }

type Entries = typeof capabilityTable
type NamedBy<Name extends Capability, Part extends 'host' | 'shop'> = Entries[Name] extends {
  readonly [P in Part]: readonly (infer Member extends string)[]
}
  ? Member
  : never
/** Members of the host that every block has. */
type FreeHost = Exclude<keyof Host, { [Name in Capability]: NamedBy<Name, 'host'> }[Capability] | 'shop'>

/** The host of a block that needs these capabilities, and no more of it. */
export type HostWith<Needed extends Capability> = Pick<
  Host,
  FreeHost | Extract<{ [Name in Needed]: NamedBy<Name, 'host'> }[Needed], keyof Host>
> & {
  readonly shop: Pick<ShopActions, Extract<{ [Name in Needed]: NamedBy<Name, 'shop'> }[Needed], keyof ShopActions>>
}

/** All that a block of this kind needs, with what follows of its other declarations. */
export function capabilitiesOf({ needs = [], login, visitorData }: Declares): readonly Capability[] {
  return [
    ...needs,
    ...(login ? (['shop.customer'] as const) : []),
    // What is a visitor's own is found by a key that is kept on their device.
    ...(visitorData.length > 0 ? (['storage'] as const) : []),
  ]
}

type Declares = Pick<BlockDefinition, 'needs' | 'login' | 'visitorData'>

/** The capability that a member of the host, or of its shop, belongs to; undefined for what every block has. */
export function capabilityOf(part: 'host' | 'shop', member: string): Capability | undefined {
  return capabilities.find((name) => {
    const entry: CapabilityEntry = capabilityTable[name]
    return (entry[part] as readonly string[] | undefined)?.includes(member)
  })
}
