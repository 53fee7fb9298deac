import type { Words } from '../kit/words.ts'
import type { Way } from './way.ts'

interface ContactButtonsWords {
  readonly title: string
  readonly empty: string
  /** On the canvas, for an entry that still leads nowhere. */
  readonly incomplete: string
  readonly does: { readonly [kind in Way['kind']]: string }
  readonly copied: (id: string) => string
  readonly copyFailed: (id: string) => string
}

export const contactButtonsWords: Words<ContactButtonsWords> = {
  en: {
    title: 'Title (optional)',
    empty: 'Add ways to reach you in the panel',
    incomplete: 'Fill this in in the panel',
    does: { call: 'Call', sms: 'Text us', wechat: 'WeChat', mail: 'E-mail', map: 'Directions' },
    copied: (id) => `Copied: ${id}. Open WeChat and add it.`,
    copyFailed: (id) => `Our WeChat ID is ${id}`,
  },
  'zh-CN': {
    title: '标题（可不填）',
    empty: '在属性里添加联系方式',
    incomplete: '请在属性里填写',
    does: { call: '电话', sms: '短信', wechat: '微信', mail: '邮箱', map: '导航到店' },
    copied: (id) => `已复制微信号 ${id}，打开微信添加`,
    copyFailed: (id) => `我们的微信号：${id}`,
  },
}
