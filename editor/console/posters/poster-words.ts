import type { Language } from '#model/schema.ts'

interface PosterWords {
  readonly table: (label: string) => string
  readonly orderHere: string
  readonly seeMenu: string
  readonly seeShop: string
  readonly noApp: string
}

/** What is printed for customers: in the language of the shop, whatever the merchant reads. */
export const posterWords: { readonly [language in Language]: PosterWords } = {
  en: {
    table: (label) => `Table ${label}`,
    orderHere: 'Scan, order, stay seated',
    seeMenu: 'Scan to see our menu',
    seeShop: 'Scan to visit us',
    noApp: 'Opens at once, no app needed',
  },
  'zh-CN': {
    table: (label) => `${label} 号桌`,
    orderHere: '扫码点单，安心就座',
    seeMenu: '扫码看菜单',
    seeShop: '扫码进店看看',
    noApp: '即扫即开，无需下载',
  },
}
