import type { Words } from './words.ts'

export const failedWords: Words<{
  readonly retry: string
  /** What could not be loaded; whatever else went wrong is `other`. */
  readonly failed: { readonly offline: string; readonly 'not-found': string; readonly other: string }
}> = {
  en: {
    retry: 'Try again',
    failed: {
      offline: 'No connection. Nothing is lost: try again when you are back online.',
      'not-found': 'This is no longer here.',
      other: 'Something went wrong on our side. Please try again.',
    },
  },
  'zh-CN': {
    retry: '再试一次',
    failed: {
      offline: '网络断开了。内容都还在，联网后再试一次。',
      'not-found': '内容已经不在了。',
      other: '我们这边出了点问题，请再试一次。',
    },
  },
}
