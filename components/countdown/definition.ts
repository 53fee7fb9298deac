import { defineBlock } from '../kit/define-block.ts'

/** Counts down to a moment, e.g. the end of an offer, then says that it is over, or leaves. */
export const countdown = defineBlock({
  type: 'countdown',
  label: { en: 'Countdown', 'zh-CN': '倒计时' },
  description: {
    en: 'Counts down to a moment: the end of an offer, an opening',
    'zh-CN': '活动结束、新店开业的倒计时',
  },
  group: 'sell',
  icon: 'clock',
  version: 1,
  fields: {
    title: {
      kind: 'text',
      label: { en: 'Words', 'zh-CN': '文字' },
      default: '',
      maxLength: 60,
      onCanvas: true,
      translatable: true,
    },
    endsAtMs: {
      kind: 'date-time',
      label: { en: 'Counts down to', 'zh-CN': '倒计时至' },
      help: { en: 'In the time of your shop', 'zh-CN': '按店铺所在时区' },
      default: null,
    },
    afterwards: {
      kind: 'choice',
      label: { en: 'When it is over', 'zh-CN': '结束后' },
      default: 'words',
      options: [
        { value: 'words', label: { en: 'Say so', 'zh-CN': '显示文字' } },
        { value: 'gone', label: { en: 'Disappear', 'zh-CN': '不再显示' } },
      ],
    },
    doneText: {
      kind: 'text',
      label: { en: 'Words at the end', 'zh-CN': '结束文字' },
      default: '',
      maxLength: 60,
      translatable: true,
      when: { field: 'afterwards', is: ['words'] },
    },
    link: { kind: 'link', label: { en: 'Leads to', 'zh-CN': '点击跳转' }, default: null },
    look: {
      kind: 'choice',
      label: { en: 'Look', 'zh-CN': '样式' },
      default: 'card',
      group: 'style',
      options: [
        { value: 'card', label: { en: 'Card', 'zh-CN': '卡片' } },
        { value: 'bold', label: { en: 'Bold', 'zh-CN': '醒目' } },
        { value: 'line', label: { en: 'One line', 'zh-CN': '单行' } },
      ],
    },
  },
  starter: { title: { $text: { en: 'Lunch offer ends in', 'zh-CN': '午市优惠倒计时' } } },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: true,
  upgrades: {},
})
