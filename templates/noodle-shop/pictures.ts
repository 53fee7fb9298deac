/** Every picture file of this template with what it shows. */
import type { PictureSeed } from '../template.ts'
import { dishes } from './dishes.ts'

const dishPictures = Object.fromEntries(
  dishes.flatMap((dish) => (dish.picture ? [[dish.picture, { alt: dish.name, widthPx: 480, heightPx: 480 }]] : [])),
) as Readonly<Record<string, PictureSeed>>

export const pictures: Readonly<Record<string, PictureSeed>> = {
  ...dishPictures,
  'banner-signature.webp': {
    alt: { en: 'Braised beef noodles in a dark bowl', 'zh-CN': '一碗红烧牛肉面' },
    widthPx: 1120,
    heightPx: 560,
  },
  'banner-lunch.webp': {
    alt: { en: 'Beef rice with a glass of pearl milk tea', 'zh-CN': '卤牛肉饭配珍珠奶茶' },
    widthPx: 1120,
    heightPx: 560,
  },
  'banner-members.webp': {
    alt: { en: 'Wonton noodle soup with small plates', 'zh-CN': '馄饨面与小吃' },
    widthPx: 1120,
    heightPx: 560,
  },
  'story.webp': {
    alt: { en: 'A table full of noodles and small plates', 'zh-CN': '摆满面食与小吃的餐桌' },
    widthPx: 1120,
    heightPx: 746,
  },
  'cover.webp': {
    alt: { en: 'A bowl of noodles, cucumber, soy milk and potstickers', 'zh-CN': '面、黄瓜、豆浆和锅贴' },
    widthPx: 960,
    heightPx: 640,
  },
}
