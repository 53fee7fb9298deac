import type { Words } from '../kit/words.ts'

export const galleryWords: Words<{
  readonly title: string
  readonly empty: string
  readonly noPicture: string
  readonly pictures: string
  readonly enlarge: (what: string) => string
  readonly close: string
  readonly next: string
  readonly previous: string
}> = {
  en: {
    title: 'Title (optional)',
    empty: 'Add pictures in the panel',
    noPicture: 'Choose a picture',
    pictures: 'Pictures',
    enlarge: (what) => `Show large: ${what}`,
    close: 'Close',
    next: 'Next picture',
    previous: 'Picture before',
  },
  'zh-CN': {
    title: '标题（可不填）',
    empty: '在属性里添加图片',
    noPicture: '请选择图片',
    pictures: '图片',
    enlarge: (what) => `查看大图：${what}`,
    close: '关闭',
    next: '下一张',
    previous: '上一张',
  },
}
