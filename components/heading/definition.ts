import { defineBlock } from '../kit/define-block.ts'

/** A headline, with a smaller line below it and a way to see more. */
export const heading = defineBlock({
  type: 'heading',
  label: { en: 'Heading', 'zh-CN': '标题' },
  description: { en: 'A headline with a line below it', 'zh-CN': '标题与副标题' },
  group: 'tell',
  icon: 'heading',
  version: 1,
  fields: {
    text: {
      kind: 'text',
      label: { en: 'Headline', 'zh-CN': '标题' },
      default: '',
      maxLength: 80,
      onCanvas: true,
      translatable: true,
    },
    subtitle: {
      kind: 'text',
      label: { en: 'Line below', 'zh-CN': '副标题' },
      default: '',
      maxLength: 120,
      onCanvas: true,
      translatable: true,
    },
    link: { kind: 'link', label: { en: 'See more leads to', 'zh-CN': '“更多”链接' }, default: null },
    linkText: {
      kind: 'text',
      label: { en: 'Words for see more', 'zh-CN': '“更多”文字' },
      help: { en: 'Shown when there is a link', 'zh-CN': '设置链接后显示' },
      default: '',
      maxLength: 20,
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
      ],
    },
    colour: { kind: 'colour', isInk: true, label: { en: 'Colour', 'zh-CN': '颜色' }, default: '', group: 'style' },
  },
  starter: {
    text: { $text: { en: 'Freshly made, every day', 'zh-CN': '每日新鲜现做' } },
    subtitle: { $text: { en: 'Tell people what you are proud of', 'zh-CN': '一句话说说您的拿手之处' } },
  },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})
