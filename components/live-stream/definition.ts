import { defineBlock } from '../kit/define-block.ts'

/** Says when a live stream begins and reminds of it, that it is on, and where it can be seen again. */
export const liveStream = defineBlock({
  type: 'live-stream',
  label: { en: 'Live stream', 'zh-CN': '直播预告' },
  description: {
    en: 'When you go live, with a reminder; “live now” while it runs',
    'zh-CN': '预告直播时间并可设提醒，开播时显示“直播中”',
  },
  group: 'tell',
  icon: 'live',
  version: 1,
  fields: {
    title: {
      kind: 'text',
      label: { en: 'What it is about', 'zh-CN': '直播主题' },
      default: '',
      maxLength: 60,
      onCanvas: true,
      translatable: true,
    },
    host: {
      kind: 'text',
      label: { en: 'Who and where', 'zh-CN': '主播与平台' },
      help: { en: 'For example: Chef Lin on Douyin', 'zh-CN': '例如：抖音 · 林师傅' },
      default: '',
      maxLength: 40,
      onCanvas: true,
      translatable: true,
    },
    cover: { kind: 'picture', label: { en: 'Picture', 'zh-CN': '封面' }, default: null, ratio: 16 / 9 },
    startsAtMs: {
      kind: 'date-time',
      label: { en: 'Begins', 'zh-CN': '开播时间' },
      help: { en: 'In the time of your shop', 'zh-CN': '按店铺所在时区' },
      default: null,
    },
    lastsMinutes: {
      kind: 'number',
      label: { en: 'Lasts', 'zh-CN': '时长' },
      default: 90,
      min: 5,
      max: 720,
      step: 5,
      unit: 'minutes',
    },
    watch: { kind: 'link', label: { en: 'Where to watch', 'zh-CN': '直播间链接' }, default: null, isNeeded: true },
    afterwards: {
      kind: 'choice',
      label: { en: 'When it is over', 'zh-CN': '结束后' },
      default: 'words',
      options: [
        { value: 'words', label: { en: 'Say so', 'zh-CN': '显示已结束' } },
        { value: 'replay', label: { en: 'Lead to the recording', 'zh-CN': '引导看回放' } },
        { value: 'gone', label: { en: 'Disappear', 'zh-CN': '不再显示' } },
      ],
    },
    replay: {
      kind: 'link',
      label: { en: 'The recording', 'zh-CN': '回放链接' },
      help: { en: 'Empty: where it was watched', 'zh-CN': '留空则用直播间链接' },
      default: null,
      when: { field: 'afterwards', is: ['replay'] },
    },
  },
  starter: {
    title: { $text: { en: 'How we pull our noodles', 'zh-CN': '现场教您拉面' } },
    host: { $text: { en: 'From our kitchen', 'zh-CN': '后厨直播' } },
  },
  slots: {},
  shopData: ['shop'],
  visitorData: [],
  interactive: true,
  upgrades: {},
})
