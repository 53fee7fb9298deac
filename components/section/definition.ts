import { defineBlock } from '../kit/define-block.ts'

/** Holds other blocks one below the other, on a ground of its own. */
export const section = defineBlock({
  type: 'section',
  label: { en: 'Section', 'zh-CN': '分区' },
  description: {
    en: 'Groups blocks under one title, on a background of its own',
    'zh-CN': '把几个组件归在一个标题下，可单独设置背景',
  },
  group: 'arrange',
  icon: 'section',
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
    background: { kind: 'colour', label: { en: 'Background', 'zh-CN': '背景' }, default: '', group: 'style' },
    shape: {
      kind: 'choice',
      label: { en: 'Shape', 'zh-CN': '样式' },
      default: 'full',
      group: 'style',
      options: [
        { value: 'full', label: { en: 'Full width', 'zh-CN': '通栏' } },
        { value: 'card', label: { en: 'Card', 'zh-CN': '卡片' } },
      ],
    },
    padding: {
      kind: 'choice',
      label: { en: 'Space inside', 'zh-CN': '内边距' },
      default: 'm',
      group: 'layout',
      options: [
        { value: 'none', label: { en: 'None', 'zh-CN': '无' } },
        { value: 's', label: { en: 'Small', 'zh-CN': '小' } },
        { value: 'm', label: { en: 'Medium', 'zh-CN': '中' } },
        { value: 'l', label: { en: 'Large', 'zh-CN': '大' } },
      ],
    },
  },
  slots: { content: { label: { en: 'Content', 'zh-CN': '内容' }, axis: 'vertical' } },
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})
