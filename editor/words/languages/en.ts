import { defineLanguage } from '../define-language.ts'
import { en } from '../en.ts'

export const language = defineLanguage({ words: en, reads: 'en' })
