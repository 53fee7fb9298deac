import type { Words } from './words.ts'

export const loadingWords: Words<string> = { en: 'Loading…', 'zh-CN': '加载中…' }
