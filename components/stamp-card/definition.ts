import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** The member's stamp card: a stamp for each visit, and what the full card becomes. */
export const stampCard = defineBlock({
  type: 'stamp-card',
  label: { en: 'Stamp card', 'zh-CN': '集章卡' },
  description: {
    en: 'A stamp with every paid order or from your hand; a full card becomes a coupon by itself.',
    'zh-CN': '每笔订单或到店盖一个章，集满自动送券。',
  },
  group: 'members',
  icon: 'grid',
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
    icon: { kind: 'icon', label: { en: 'Stamp', 'zh-CN': '印章图案' }, default: 'soup' },
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
  starter: { title: { $text: { en: 'Your stamp card', 'zh-CN': '集章有礼' } } },
  slots: {},
  shopData: ['membership', 'shop'],
  visitorData: ['card'],
  interactive: true,
  upgrades: {},
})

export type StampCardProps = PropsOfBlock<typeof stampCard>
