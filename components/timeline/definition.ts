import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** What happened, or happens, one after another: a history, a plan of the day, the steps of a service. */
export const timeline = defineBlock({
  type: 'timeline',
  label: { en: 'Timeline', 'zh-CN': '时间轴' },
  description: { en: 'A history, a plan of the day, or steps', 'zh-CN': '品牌历程、活动流程或服务步骤' },
  group: 'tell',
  icon: 'timeline',
  version: 1,
  fields: {
    title: {
      kind: 'text',
      label: { en: 'Title', 'zh-CN': '标题' },
      help: { en: 'Leave empty for none', 'zh-CN': '留空则不显示' },
      default: '',
      maxLength: 40,
      onCanvas: true,
      translatable: true,
    },
    items: {
      kind: 'list',
      label: { en: 'Points', 'zh-CN': '节点' },
      itemLabel: { en: 'Point', 'zh-CN': '节点' },
      maxItems: 30,
      default: [],
      item: {
        when: {
          kind: 'text',
          label: { en: 'When', 'zh-CN': '时间' },
          default: '',
          maxLength: 24,
          translatable: true,
        },
        title: {
          kind: 'text',
          label: { en: 'What', 'zh-CN': '事件' },
          default: '',
          maxLength: 60,
          translatable: true,
        },
        text: {
          kind: 'text',
          label: { en: 'A line or two', 'zh-CN': '说明' },
          default: '',
          maxLength: 240,
          multiline: true,
          translatable: true,
        },
        picture: { kind: 'picture', label: { en: 'Picture', 'zh-CN': '图片' }, default: null, ratio: 16 / 9 },
        isNow: {
          kind: 'switch',
          label: { en: 'Stands out', 'zh-CN': '突出显示' },
          help: { en: 'Where you are now', 'zh-CN': '表示当前所在' },
          default: false,
        },
      },
    },
    marks: {
      kind: 'choice',
      label: { en: 'Marks', 'zh-CN': '标记' },
      default: 'dots',
      group: 'style',
      options: [
        { value: 'dots', label: { en: 'Dots', 'zh-CN': '圆点' } },
        { value: 'numbers', label: { en: 'Numbers', 'zh-CN': '序号' } },
      ],
    },
  },
  starter: {
    title: { $text: { en: 'How it works', 'zh-CN': '服务流程' } },
    marks: 'numbers',
    items: [
      {
        title: { $text: { en: 'Choose a time', 'zh-CN': '选择时间' } },
        text: { $text: { en: 'Online in a minute, or by phone.', 'zh-CN': '线上一分钟，也可以打电话。' } },
      },
      {
        title: { $text: { en: 'Come by', 'zh-CN': '准时到店' } },
        text: { $text: { en: 'Ten minutes early is plenty.', 'zh-CN': '提前十分钟就够。' } },
      },
      {
        title: { $text: { en: 'Pay when you are happy', 'zh-CN': '满意后付款' } },
        text: { $text: { en: 'At the counter or with your phone.', 'zh-CN': '可在柜台或用手机支付。' } },
      },
    ],
  },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})

export type TimelineProps = PropsOfBlock<typeof timeline>
