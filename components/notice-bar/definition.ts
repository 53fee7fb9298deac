import { defineBlock } from '../kit/define-block.ts'

/** One line of news. Text too long for the line moves through it. */
export const noticeBar = defineBlock({
  type: 'notice-bar',
  label: { en: 'Notice', 'zh-CN': '公告' },
  description: { en: 'One line of news at a glance', 'zh-CN': '一行公告，及时告知顾客' },
  group: 'tell',
  icon: 'megaphone',
  version: 1,
  fields: {
    text: {
      kind: 'text',
      label: { en: 'Text', 'zh-CN': '内容' },
      default: '',
      maxLength: 160,
      onCanvas: true,
      translatable: true,
    },
    link: { kind: 'link', label: { en: 'Leads to', 'zh-CN': '点击跳转' }, default: null },
    tone: {
      kind: 'choice',
      label: { en: 'Tone', 'zh-CN': '语气' },
      default: 'news',
      group: 'style',
      options: [
        { value: 'news', label: { en: 'News', 'zh-CN': '通知' } },
        { value: 'offer', label: { en: 'Offer', 'zh-CN': '优惠' } },
        { value: 'warning', label: { en: 'Important', 'zh-CN': '重要' } },
      ],
    },
    icon: { kind: 'icon', label: { en: 'Icon', 'zh-CN': '图标' }, default: 'megaphone', group: 'style' },
    wrap: {
      kind: 'switch',
      label: { en: 'Show all lines', 'zh-CN': '换行显示全部' },
      help: { en: 'Otherwise long text moves through one line', 'zh-CN': '关闭时，过长的文字在一行内滚动' },
      default: false,
      group: 'layout',
    },
  },
  starter: {
    text: { $text: { en: 'Open as usual this weekend. See you soon!', 'zh-CN': '本周末照常营业，欢迎光临！' } },
  },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})
