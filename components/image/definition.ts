import { defineBlock } from '../kit/define-block.ts'

/** One picture, which may lead somewhere. */
export const image = defineBlock({
  type: 'image',
  label: { en: 'Picture', 'zh-CN': '图片' },
  description: { en: 'One picture, which may lead somewhere', 'zh-CN': '一张图片，可设置点击跳转' },
  group: 'tell',
  icon: 'image',
  version: 1,
  fields: {
    picture: { kind: 'picture', label: { en: 'Picture', 'zh-CN': '图片' }, default: null, ratioFrom: 'ratio' },
    caption: {
      kind: 'text',
      label: { en: 'Caption', 'zh-CN': '说明文字' },
      default: '',
      maxLength: 120,
      onCanvas: true,
      translatable: true,
    },
    link: { kind: 'link', label: { en: 'Leads to', 'zh-CN': '点击跳转' }, default: null },
    ratio: {
      kind: 'choice',
      label: { en: 'Format', 'zh-CN': '比例' },
      default: 'original',
      group: 'layout',
      options: [
        { value: 'original', label: { en: 'As it is', 'zh-CN': '原始比例' } },
        { value: '1:1', label: { en: 'Square', 'zh-CN': '1:1' } },
        { value: '4:3', label: { en: '4:3', 'zh-CN': '4:3' } },
        { value: '16:9', label: { en: '16:9', 'zh-CN': '16:9' } },
        { value: '3:4', label: { en: 'Portrait 3:4', 'zh-CN': '3:4 竖图' } },
      ],
    },
    shape: {
      kind: 'choice',
      label: { en: 'Edges', 'zh-CN': '边缘' },
      default: 'rounded',
      group: 'style',
      options: [
        { value: 'rounded', label: { en: 'Rounded', 'zh-CN': '圆角' } },
        { value: 'full', label: { en: 'Edge to edge', 'zh-CN': '通栏直角' } },
      ],
    },
  },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})
