import { defineBlock } from '../kit/define-block.ts'

/** Paragraphs and lists. Line breaks stay as typed. */
export const text = defineBlock({
  type: 'text',
  label: { en: 'Text', 'zh-CN': '文字' },
  description: { en: 'One or more paragraphs', 'zh-CN': '一段或多段文字' },
  group: 'tell',
  icon: 'text',
  version: 2,
  fields: {
    text: {
      kind: 'rich-text',
      label: { en: 'Text', 'zh-CN': '文字' },
      default: '',
      maxLength: 4000,
      translatable: true,
    },
    size: {
      kind: 'choice',
      label: { en: 'Size', 'zh-CN': '字号' },
      default: 'm',
      group: 'style',
      options: [
        { value: 's', label: { en: 'Small', 'zh-CN': '小' } },
        { value: 'm', label: { en: 'Medium', 'zh-CN': '中' } },
        { value: 'l', label: { en: 'Large', 'zh-CN': '大' } },
      ],
    },
    align: {
      kind: 'choice',
      label: { en: 'Align', 'zh-CN': '对齐' },
      default: 'start',
      group: 'layout',
      options: [
        { value: 'start', label: { en: 'Left', 'zh-CN': '居左' } },
        { value: 'centre', label: { en: 'Centre', 'zh-CN': '居中' } },
        { value: 'end', label: { en: 'Right', 'zh-CN': '居右' } },
      ],
    },
    colour: { kind: 'colour', isInk: true, label: { en: 'Colour', 'zh-CN': '颜色' }, default: '', group: 'style' },
  },
  starter: {
    text: {
      $text: {
        en: 'A few sentences about your shop: how it began, what you cook, why people come back.',
        'zh-CN': '用几句话介绍您的店：它从何开始，拿手的是什么，顾客为什么常来。',
      },
    },
  },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {
    // Version 1 was plain text, which is a rich text without marks.
    2: (old) => old,
  },
})
