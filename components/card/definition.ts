import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** One thing worth a look: picture, title and whatever else belongs to it, on a ground of its own. */
export const card = defineBlock({
  type: 'card',
  label: { en: 'Card', 'zh-CN': '卡片' },
  description: {
    en: 'A picture with a title, and any blocks below it, on one card',
    'zh-CN': '图片加标题，下面可以放任意组件',
  },
  group: 'arrange',
  icon: 'panel',
  version: 1,
  fields: {
    picture: { kind: 'picture', label: { en: 'Picture', 'zh-CN': '图片' }, default: null, ratioFrom: 'ratio' },
    badge: {
      kind: 'text',
      label: { en: 'Badge', 'zh-CN': '角标' },
      help: { en: 'One short word on the picture', 'zh-CN': '图片左上角的短词' },
      default: '',
      maxLength: 12,
      translatable: true,
    },
    title: {
      kind: 'text',
      label: { en: 'Title', 'zh-CN': '标题' },
      default: '',
      maxLength: 60,
      onCanvas: true,
      translatable: true,
    },
    text: {
      kind: 'text',
      label: { en: 'Text', 'zh-CN': '文字' },
      default: '',
      maxLength: 240,
      multiline: true,
      onCanvas: true,
      translatable: true,
    },
    link: { kind: 'link', label: { en: 'Leads to', 'zh-CN': '点击跳转' }, default: null },
    place: {
      kind: 'choice',
      label: { en: 'Picture', 'zh-CN': '图片位置' },
      default: 'top',
      group: 'layout',
      options: [
        { value: 'top', label: { en: 'Above', 'zh-CN': '上方' } },
        { value: 'side', label: { en: 'At the side', 'zh-CN': '左侧' } },
      ],
    },
    ratio: {
      kind: 'choice',
      label: { en: 'Format', 'zh-CN': '图片比例' },
      default: '16:9',
      group: 'layout',
      when: { field: 'place', is: ['top'] },
      options: [
        { value: '16:9', label: { en: '16:9', 'zh-CN': '16:9' } },
        { value: '4:3', label: { en: '4:3', 'zh-CN': '4:3' } },
        { value: '1:1', label: { en: 'Square', 'zh-CN': '1:1' } },
      ],
    },
    look: {
      kind: 'choice',
      label: { en: 'Look', 'zh-CN': '样式' },
      default: 'raised',
      group: 'style',
      options: [
        { value: 'raised', label: { en: 'Raised', 'zh-CN': '浮起' } },
        { value: 'outlined', label: { en: 'Outlined', 'zh-CN': '描边' } },
      ],
    },
    background: { kind: 'colour', label: { en: 'Background', 'zh-CN': '背景' }, default: '', group: 'style' },
  },
  starter: {
    title: { $text: { en: 'Set lunch for two', 'zh-CN': '双人午市套餐' } },
    text: {
      $text: {
        en: 'Two mains, one side to share, two drinks. Monday to Friday until two.',
        'zh-CN': '两份主食、一份小食、两杯饮品，周一至周五下午两点前供应。',
      },
    },
  },
  slots: { content: { label: { en: 'Content', 'zh-CN': '内容' }, axis: 'vertical' } },
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})

export type CardProps = PropsOfBlock<typeof card>
