import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** The visitor's card with its code, points and tier; or the invitation to join. */
export const membershipCard = defineBlock({
  type: 'membership-card',
  label: { en: 'Membership card', 'zh-CN': '会员卡' },
  description: {
    en: 'Visitors join with name and phone, show their card at the counter, and see their points grow with each order.',
    'zh-CN': '顾客用姓名和手机号入会，到店出示会员码，每次消费自动积分。',
  },
  group: 'members',
  icon: 'card',
  version: 1,
  fields: {
    invitation: {
      kind: 'text',
      label: { en: 'Invitation', 'zh-CN': '入会邀请语' },
      help: { en: 'What people read who are not members yet.', 'zh-CN': '展示给还不是会员的顾客。' },
      default: '',
      maxLength: 60,
      onCanvas: true,
      translatable: true,
    },
    tiers: {
      kind: 'switch',
      label: { en: 'Show tiers and perks', 'zh-CN': '显示等级权益' },
      default: true,
    },
    history: {
      kind: 'switch',
      label: { en: 'Show points history', 'zh-CN': '显示积分明细' },
      default: true,
    },
  },
  starter: {
    invitation: { $text: { en: 'Collect points with every order', 'zh-CN': '加入会员，每次消费都有积分' } },
  },
  slots: {},
  shopData: ['membership', 'shop'],
  visitorData: ['card'],
  needs: ['shop.member'],
  login: { reason: 'membership', fields: ['name', 'phone'] },
  interactive: true,
  upgrades: {},
})

export type MembershipCardProps = PropsOfBlock<typeof membershipCard>
