import { defineLanguage } from '../define-language.ts'
import { zhCn } from '../zh-cn.ts'

export const language = defineLanguage({ words: zhCn, reads: 'zh-CN' })
