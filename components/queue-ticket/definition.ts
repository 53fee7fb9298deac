import { defineBlock } from '../kit/define-block.ts'

/** A number in the line for a table: taken on the phone, watched from anywhere, called from the counter. */
export const queueTicket = defineBlock({
  type: 'queue-ticket',
  label: { en: 'Queue ticket', 'zh-CN': '排队取号' },
  description: {
    en: 'Take a number for a table and watch your turn come nearer',
    'zh-CN': '按人数取号，随时查看前面还有几桌',
  },
  group: 'book',
  icon: 'ticket',
  version: 1,
  needs: ['shop.queue'],
  fields: {
    title: {
      kind: 'text',
      label: { en: 'Title', 'zh-CN': '标题' },
      default: '',
      maxLength: 40,
      onCanvas: true,
      translatable: true,
    },
    note: {
      kind: 'text',
      label: { en: 'House rules', 'zh-CN': '取号须知' },
      help: { en: 'For example how long a number is kept', 'zh-CN': '例如过号保留多久' },
      default: '',
      maxLength: 160,
      multiline: true,
      onCanvas: true,
      translatable: true,
    },
  },
  starter: {
    title: { $text: { en: 'Waiting for a table', 'zh-CN': '排队取号' } },
    note: {
      $text: {
        en: 'Be at the door when you are called. A number that was missed is kept for three calls.',
        'zh-CN': '叫号时请在门口等候，过号保留三桌。',
      },
    },
  },
  slots: {},
  shopData: [],
  visitorData: ['queue'],
  interactive: true,
  upgrades: {},
})
