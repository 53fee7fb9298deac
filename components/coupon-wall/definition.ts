import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** The shop's coupons as tickets to take; what was taken is used at checkout by itself. Links to a coupon lead here. */
export const couponWall = defineBlock({
  type: 'coupon-wall',
  label: { en: 'Coupon wall', 'zh-CN': '领券墙' },
  description: {
    en: 'Your coupons as tickets: visitors take one here, and checkout uses the best one by itself.',
    'zh-CN': '把优惠券摆出来，顾客点一下就领到，结算时自动用上最划算的一张。',
  },
  group: 'sell',
  icon: 'ticket',
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
    coupon: {
      kind: 'reference',
      to: 'coupon',
      label: { en: 'Which coupons', 'zh-CN': '展示哪些券' },
      help: { en: 'You make coupons at the counter.', 'zh-CN': '优惠券在店铺后台里创建。' },
      default: '',
    },
    layout: {
      kind: 'choice',
      label: { en: 'Layout', 'zh-CN': '排列' },
      default: 'list',
      group: 'layout',
      options: [
        { value: 'list', label: { en: 'One below the other', 'zh-CN': '上下排列' } },
        { value: 'row', label: { en: 'Side by side', 'zh-CN': '左右滑动' } },
      ],
    },
  },
  starter: { title: { $text: { en: 'Coupons for you', 'zh-CN': '领券更优惠' } } },
  slots: {},
  shopData: ['coupons', 'shop'],
  visitorData: ['wallet'],
  needs: ['shop.coupon'],
  interactive: true,
  upgrades: {},
})

export type CouponWallProps = PropsOfBlock<typeof couponWall>
