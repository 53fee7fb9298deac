import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** A member's points, and the rewards that they buy. */
export const pointsRewards = defineBlock({
  type: 'points-rewards',
  label: { en: 'Points and rewards', 'zh-CN': '积分兑换' },
  description: {
    en: 'Members see their points and exchange them for your rewards; checkout uses a reward by itself.',
    'zh-CN': '会员查看积分、兑换好礼，换到的券结算时自动使用。',
  },
  group: 'members',
  icon: 'gift',
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
  starter: { title: { $text: { en: 'Your points', 'zh-CN': '我的积分' } } },
  slots: {},
  shopData: ['membership', 'shop'],
  visitorData: ['card'],
  needs: ['shop.member'],
  interactive: true,
  upgrades: {},
})

export type PointsRewardsProps = PropsOfBlock<typeof pointsRewards>
