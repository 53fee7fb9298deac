import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** Blocks over the page, opened by a button or by itself. On the canvas they stand open where the block is. */
export const popup = defineBlock({
  type: 'popup',
  label: { en: 'Pop-up', 'zh-CN': '弹窗' },
  description: { en: 'Blocks over the page, by a button or by itself', 'zh-CN': '点击按钮或进入页面时弹出内容' },
  group: 'arrange',
  icon: 'popup',
  version: 1,
  fields: {
    opens: {
      kind: 'choice',
      label: { en: 'Opens', 'zh-CN': '打开方式' },
      default: 'button',
      options: [
        { value: 'button', label: { en: 'By a button', 'zh-CN': '点击按钮' } },
        { value: 'visit', label: { en: 'By itself', 'zh-CN': '自动弹出' } },
      ],
    },
    button: {
      kind: 'text',
      label: { en: 'Words of the button', 'zh-CN': '按钮文字' },
      default: '',
      maxLength: 24,
      onCanvas: true,
      translatable: true,
      when: { field: 'opens', is: ['button'] },
    },
    title: {
      kind: 'text',
      label: { en: 'Title', 'zh-CN': '标题' },
      default: '',
      maxLength: 40,
      onCanvas: true,
      translatable: true,
    },
    often: {
      kind: 'choice',
      label: { en: 'How often', 'zh-CN': '弹出频率' },
      help: { en: 'For the same visitor', 'zh-CN': '针对同一位顾客' },
      default: 'day',
      when: { field: 'opens', is: ['visit'] },
      options: [
        { value: 'once', label: { en: 'Once', 'zh-CN': '仅一次' } },
        { value: 'day', label: { en: 'Once a day', 'zh-CN': '每天一次' } },
        { value: 'visit', label: { en: 'Each time', 'zh-CN': '每次进入' } },
      ],
    },
    delaySeconds: {
      kind: 'number',
      label: { en: 'After', 'zh-CN': '延迟' },
      default: 2,
      min: 0,
      max: 30,
      unit: 'seconds',
      when: { field: 'opens', is: ['visit'] },
      group: 'advanced',
    },
    place: {
      kind: 'choice',
      label: { en: 'Where', 'zh-CN': '位置' },
      default: 'middle',
      group: 'layout',
      options: [
        { value: 'middle', label: { en: 'In the middle', 'zh-CN': '屏幕中间' } },
        { value: 'bottom', label: { en: 'From below', 'zh-CN': '底部弹出' } },
      ],
    },
    look: {
      kind: 'choice',
      label: { en: 'Button', 'zh-CN': '按钮样式' },
      default: 'filled',
      group: 'style',
      when: { field: 'opens', is: ['button'] },
      options: [
        { value: 'filled', label: { en: 'Filled', 'zh-CN': '实色' } },
        { value: 'outlined', label: { en: 'Outlined', 'zh-CN': '描边' } },
      ],
    },
  },
  starter: {
    button: { $text: { en: 'What is in the box?', 'zh-CN': '里面有什么？' } },
    title: { $text: { en: 'A look inside', 'zh-CN': '先看一眼' } },
  },
  slots: { content: { label: { en: 'Content', 'zh-CN': '内容' }, axis: 'vertical' } },
  shopData: [],
  visitorData: [],
  // When it came up last.
  needs: ['storage'],
  interactive: true,
  actsByItself: true,
  upgrades: {},
})

export type PopupProps = PropsOfBlock<typeof popup>
