import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** One picture of which several parts lead somewhere: a poster, a plan of the house, a price board. */
export const hotAreaImage = defineBlock({
  type: 'hot-area-image',
  label: { en: 'Picture with areas', 'zh-CN': '热区图' },
  description: { en: 'Parts of one picture lead to different places', 'zh-CN': '一张图上划分多个可点击区域' },
  group: 'tell',
  icon: 'hot-area',
  version: 1,
  fields: {
    picture: { kind: 'picture', label: { en: 'Picture', 'zh-CN': '图片' }, default: null },
    areas: {
      kind: 'list',
      label: { en: 'Areas', 'zh-CN': '热区' },
      help: { en: 'Visitors see the picture alone', 'zh-CN': '顾客只看到图片，看不到边框' },
      itemLabel: { en: 'Area', 'zh-CN': '热区' },
      maxItems: 12,
      areasOn: 'picture',
      default: [],
      item: {
        name: {
          kind: 'text',
          label: { en: 'What is there', 'zh-CN': '名称' },
          help: { en: 'Read out to those who do not see it', 'zh-CN': '供读屏软件朗读' },
          default: '',
          maxLength: 40,
          translatable: true,
        },
        link: { kind: 'link', label: { en: 'Leads to', 'zh-CN': '点击跳转' }, default: null, isNeeded: true },
        left: {
          kind: 'number',
          label: { en: 'From the left', 'zh-CN': '距左侧' },
          default: 5,
          min: 0,
          max: 100,
          unit: 'percent',
        },
        top: {
          kind: 'number',
          label: { en: 'From the top', 'zh-CN': '距顶部' },
          default: 5,
          min: 0,
          max: 100,
          unit: 'percent',
        },
        width: {
          kind: 'number',
          label: { en: 'Width', 'zh-CN': '宽度' },
          default: 40,
          min: 5,
          max: 100,
          unit: 'percent',
        },
        height: {
          kind: 'number',
          label: { en: 'Height', 'zh-CN': '高度' },
          default: 40,
          min: 5,
          max: 100,
          unit: 'percent',
        },
      },
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
  starter: {
    areas: [
      { name: { $text: { en: 'Left half', 'zh-CN': '左半边' } }, link: null, left: 4, top: 8, width: 44, height: 84 },
      { name: { $text: { en: 'Right half', 'zh-CN': '右半边' } }, link: null, left: 52, top: 8, width: 44, height: 84 },
    ],
  },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})

export type HotAreaImageProps = PropsOfBlock<typeof hotAreaImage>
