import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** Several pictures at once; a tap shows one large, with the others beside it to swipe to. */
export const gallery = defineBlock({
  type: 'gallery',
  label: { en: 'Gallery', 'zh-CN': '相册' },
  description: { en: 'Several pictures; a tap shows them large', 'zh-CN': '多张图片，点开看大图' },
  group: 'tell',
  icon: 'gallery',
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
      label: { en: 'Pictures', 'zh-CN': '图片' },
      itemLabel: { en: 'Picture', 'zh-CN': '图片' },
      maxItems: 30,
      default: [],
      item: {
        picture: { kind: 'picture', label: { en: 'Picture', 'zh-CN': '图片' }, default: null },
        caption: {
          kind: 'text',
          label: { en: 'Caption', 'zh-CN': '说明文字' },
          help: { en: 'Shown below the large picture', 'zh-CN': '显示在大图下方' },
          default: '',
          maxLength: 80,
          translatable: true,
        },
      },
    },
    layout: {
      kind: 'choice',
      label: { en: 'Layout', 'zh-CN': '布局' },
      default: 'grid',
      group: 'layout',
      options: [
        { value: 'grid', label: { en: 'Grid', 'zh-CN': '网格' } },
        { value: 'mosaic', label: { en: 'First one large', 'zh-CN': '首图放大' } },
        { value: 'row', label: { en: 'Row to swipe', 'zh-CN': '横向滑动' } },
      ],
    },
    columns: {
      kind: 'choice',
      label: { en: 'In a row', 'zh-CN': '每行张数' },
      default: '3',
      group: 'layout',
      when: { field: 'layout', is: ['grid'] },
      options: [
        { value: '2', label: { en: '2', 'zh-CN': '2 张' } },
        { value: '3', label: { en: '3', 'zh-CN': '3 张' } },
        { value: '4', label: { en: '4', 'zh-CN': '4 张' } },
      ],
    },
    ratio: {
      kind: 'choice',
      label: { en: 'Format', 'zh-CN': '比例' },
      default: '1:1',
      group: 'layout',
      options: [
        { value: '1:1', label: { en: 'Square', 'zh-CN': '1:1' } },
        { value: '4:3', label: { en: '4:3', 'zh-CN': '4:3' } },
        { value: '3:4', label: { en: 'Portrait 3:4', 'zh-CN': '3:4 竖图' } },
      ],
    },
  },
  starter: { items: [{ picture: null }, { picture: null }, { picture: null }] },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: true,
  upgrades: {},
})

export type GalleryProps = PropsOfBlock<typeof gallery>
