import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** Members come by once a day for points, and for more with days in a row. */
export const checkIn = defineBlock({
  type: 'check-in',
  label: { en: 'Daily check-in', 'zh-CN': '每日签到' },
  description: {
    en: 'Members collect points once a day, and more for days in a row.',
    'zh-CN': '会员每天签到领积分，连续签到还有奖励。',
  },
  group: 'members',
  icon: 'calendar',
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
    join: {
      kind: 'link',
      label: { en: 'Where one becomes a member', 'zh-CN': '入会页面' },
      help: {
        en: 'The page with your membership card, for those who are not members yet.',
        'zh-CN': '放了会员卡的页面，引导还不是会员的顾客入会。',
      },
      default: null,
    },
  },
  starter: { title: { $text: { en: 'Daily check-in', 'zh-CN': '每日签到' } } },
  slots: {},
  shopData: ['membership', 'shop'],
  visitorData: ['card'],
  needs: ['shop.member'],
  interactive: true,
  upgrades: {},
})

export type CheckInProps = PropsOfBlock<typeof checkIn>
