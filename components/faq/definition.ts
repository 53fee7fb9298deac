import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** Questions that open to their answers. Works without any script; on the canvas all stand open. */
export const faq = defineBlock({
  type: 'faq',
  label: { en: 'Questions', 'zh-CN': '常见问题' },
  description: { en: 'Questions that open to their answers', 'zh-CN': '点开问题看答案' },
  group: 'tell',
  icon: 'help',
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
      label: { en: 'Questions', 'zh-CN': '问题' },
      itemLabel: { en: 'Question', 'zh-CN': '问题' },
      maxItems: 40,
      default: [],
      item: {
        question: {
          kind: 'text',
          label: { en: 'Question', 'zh-CN': '问题' },
          default: '',
          maxLength: 120,
          translatable: true,
        },
        answer: {
          kind: 'text',
          label: { en: 'Answer', 'zh-CN': '回答' },
          default: '',
          maxLength: 1000,
          multiline: true,
          translatable: true,
        },
      },
    },
    firstOpen: {
      kind: 'switch',
      label: { en: 'First one open', 'zh-CN': '默认展开第一个' },
      default: true,
      group: 'layout',
    },
    oneAtATime: {
      kind: 'switch',
      label: { en: 'One open at a time', 'zh-CN': '一次只展开一个' },
      help: { en: 'Opening one closes the other', 'zh-CN': '展开一个时收起另一个' },
      default: false,
      group: 'layout',
    },
    look: {
      kind: 'choice',
      label: { en: 'Look', 'zh-CN': '样式' },
      default: 'card',
      group: 'style',
      options: [
        { value: 'card', label: { en: 'One card', 'zh-CN': '整张卡片' } },
        { value: 'cards', label: { en: 'A card each', 'zh-CN': '每题一张' } },
        { value: 'line', label: { en: 'Lines', 'zh-CN': '线条' } },
      ],
    },
  },
  starter: {
    items: [
      {
        question: { $text: { en: 'Do I have to book?', 'zh-CN': '需要提前预约吗？' } },
        answer: {
          $text: {
            en: 'On weekdays you can just walk in. For Friday and Saturday evenings we recommend booking a day ahead.',
            'zh-CN': '工作日随到随坐。周五、周六晚上人多，建议提前一天预约。',
          },
        },
      },
      {
        question: { $text: { en: 'Can I change or cancel?', 'zh-CN': '可以改期或取消吗？' } },
        answer: {
          $text: {
            en: 'Yes, free of charge until two hours before. After that, please give us a call.',
            'zh-CN': '开始前两小时都可以免费更改或取消，之后请来电联系。',
          },
        },
      },
      {
        question: { $text: { en: 'Is there parking?', 'zh-CN': '附近好停车吗？' } },
        answer: {
          $text: {
            en: 'There is a car park behind the building. With a receipt from us the first hour is free.',
            'zh-CN': '楼后有停车场，凭消费小票可免首小时停车费。',
          },
        },
      },
    ],
  },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})

export type FaqProps = PropsOfBlock<typeof faq>
