import { defineBlock } from '../kit/define-block.ts'

/** Pictures to swipe through, each with words over it and a link. */
export const bannerCarousel = defineBlock({
  type: 'banner-carousel',
  label: { en: 'Banner', 'zh-CN': '轮播图' },
  description: { en: 'Large pictures to swipe through', 'zh-CN': '可滑动的大图，展示活动与招牌' },
  group: 'tell',
  icon: 'images',
  version: 1,
  fields: {
    slides: {
      kind: 'list',
      label: { en: 'Pictures', 'zh-CN': '图片' },
      itemLabel: { en: 'Picture', 'zh-CN': '图片' },
      maxItems: 8,
      default: [],
      item: {
        picture: { kind: 'picture', label: { en: 'Picture', 'zh-CN': '图片' }, default: null, ratioFrom: 'ratio' },
        title: {
          kind: 'text',
          label: { en: 'Words', 'zh-CN': '文字' },
          default: '',
          maxLength: 40,
          translatable: true,
        },
        subtitle: {
          kind: 'text',
          label: { en: 'Smaller words', 'zh-CN': '小字' },
          default: '',
          maxLength: 60,
          translatable: true,
        },
        link: { kind: 'link', label: { en: 'Leads to', 'zh-CN': '点击跳转' }, default: null },
      },
    },
    ratio: {
      kind: 'choice',
      label: { en: 'Height', 'zh-CN': '高度' },
      default: '2:1',
      group: 'layout',
      options: [
        { value: '5:2', label: { en: 'Low', 'zh-CN': '矮' } },
        { value: '2:1', label: { en: 'Medium', 'zh-CN': '中' } },
        { value: '4:3', label: { en: 'High', 'zh-CN': '高' } },
        { value: '1:1', label: { en: 'Square', 'zh-CN': '方形' } },
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
    autoplay: {
      kind: 'switch',
      label: { en: 'Moves by itself', 'zh-CN': '自动轮播' },
      help: { en: 'Stops as soon as someone touches it', 'zh-CN': '顾客触摸后停止' },
      default: true,
      group: 'advanced',
    },
    intervalSeconds: {
      kind: 'number',
      label: { en: 'Time per picture', 'zh-CN': '每张停留' },
      default: 5,
      min: 2,
      max: 30,
      unit: 'seconds',
      group: 'advanced',
      when: { field: 'autoplay', is: [true] },
    },
  },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: true,
  upgrades: {},
})
