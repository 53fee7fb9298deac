import type { SpecValue } from '#model/program-spec.ts'
import { text } from './block-state.ts'

/** Pictures as stories serve them. */
export const mockPictures = {
  beef: {
    url: '/pictures/banner-signature.webp',
    widthPx: 1120,
    heightPx: 560,
    alt: text('Braised beef noodles', '红烧牛肉面'),
  },
  lunch: {
    url: '/pictures/banner-lunch.webp',
    widthPx: 1120,
    heightPx: 560,
    alt: text('Beef rice and milk tea', '卤牛肉饭配奶茶'),
  },
  members: {
    url: '/pictures/banner-members.webp',
    widthPx: 1120,
    heightPx: 560,
    alt: text('Wonton noodle soup', '馄饨面'),
  },
  story: {
    url: '/pictures/story.webp',
    widthPx: 1120,
    heightPx: 746,
    alt: text('A table of small plates', '摆满小吃的餐桌'),
  },
  bowl: { url: '/pictures/dan-dan.webp', widthPx: 480, heightPx: 480, alt: text('Dan dan noodles', '担担面') },
  oil: {
    url: '/pictures/scallion-oil.webp',
    widthPx: 480,
    heightPx: 480,
    alt: text('Scallion oil noodles', '葱油拌面'),
  },
} satisfies { readonly [name: string]: SpecValue }
