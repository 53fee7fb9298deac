/**
 * The studio's words, in the person's language. One file per language; `en.ts` is the pattern that the others are
 * checked against by type, so none can be incomplete.
 */
import { create } from 'zustand'
import type { LocalText } from '#model/program-spec.ts'
import { en, type Words } from './en.ts'
import { zhCn } from './zh-cn.ts'

export type UiLanguage = 'en' | 'zh-CN'
export type { Words }

export const uiLanguages: readonly { readonly id: UiLanguage; readonly name: string }[] = [
  { id: 'en', name: 'English' },
  { id: 'zh-CN', name: '简体中文' },
]

const tables: { readonly [Language in UiLanguage]: Words } = { en, 'zh-CN': zhCn }
const KEY = 'shopwright.language'

const useLanguageStore = create<{ readonly language: UiLanguage }>(() => ({ language: initialLanguage() }))

/** All words, by area: `useWords().studio.publish`. */
export function useWords(): Words {
  return tables[useLanguage()]
}

/** Words outside React, e.g. for a toast shown by a command. */
export function wordsNow(): Words {
  return tables[useLanguageStore.getState().language]
}

export function useLanguage(): UiLanguage {
  return useLanguageStore((state) => state.language)
}

/** Switches at once and remembers it on this device. */
export function chooseLanguage(language: UiLanguage): void {
  localStorage.setItem(KEY, language)
  document.documentElement.lang = language
  useLanguageStore.setState({ language })
}

/** The words of a block, template or field in the person's language. */
export function useLocalText(): (text: LocalText) => string {
  const language = useLanguage()
  return (text) => text[language]
}

function initialLanguage(): UiLanguage {
  const saved = typeof localStorage === 'undefined' ? null : localStorage.getItem(KEY)
  if (saved === 'en' || saved === 'zh-CN') return saved
  const wanted = typeof navigator === 'undefined' ? 'en' : navigator.language
  return wanted.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}
