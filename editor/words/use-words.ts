/**
 * The studio's words, in the person's language. One file per language; `en.ts` is the pattern that the others are
 * checked against by type, so none can be incomplete.
 */
import { useEffect, useState } from 'react'
import { create } from 'zustand'
import type { LocalText } from '#model/program-spec.ts'
import type { Language } from '#model/schema.ts'
import type { Words } from './en.ts'
import { chooseAmong, englishLanguage, loadAllLanguages, loadLanguage, type UiLanguage } from './languages.ts'

export { uiLanguages } from './languages.ts'
export type { Words }

const KEY = 'shopwright.language'

const useLanguageStore = create<UiLanguage>(() => englishLanguage)

/** All words, by area: `useWords().studio.publish`. */
export function useWords(): Words {
  return useLanguageStore((state) => state.words)
}

/** Words outside React, e.g. for a toast shown by a command. */
export function wordsNow(): Words {
  return useLanguageStore.getState().words
}

/** In which of the languages that shops write this person reads. */
export function useLanguage(): Language {
  return useLanguageStore((state) => state.reads)
}

/** BCP 47: how this person is used to see dates and figures, and what the page says it is in. */
export function useLocale(): string {
  return useLanguageStore((state) => state.id)
}

export function localeNow(): string {
  return useLanguageStore.getState().id
}

/** Loads what this person chose, or what the browser asks for. Without its file the studio speaks English. */
export async function startLanguage(): Promise<void> {
  const saved = localStorage.getItem(KEY)
  const id = chooseAmong(saved === null ? navigator.languages : [saved])
  if (id === englishLanguage.id) return
  useLanguageStore.setState(await loadLanguage(id).catch(() => englishLanguage), true)
}

/** Switches as soon as it is there, and remembers it on this device. */
export async function chooseLanguage(id: string): Promise<void> {
  const language = await loadLanguage(id)
  localStorage.setItem(KEY, id)
  document.documentElement.lang = id
  useLanguageStore.setState(language, true)
}

/** The words of a block, template or field in the person's language. */
export function useLocalText(): (text: LocalText) => string {
  return useWords().studio.nameOf
}

/** The words of every language, for a search that finds what the person calls it elsewhere; first those at hand. */
export function useAllWords(): readonly Words[] {
  const words = useWords()
  const [all, setAll] = useState<readonly Words[]>([words])
  useEffect(() => {
    let isCurrent = true
    // Without them the search finds what it is called in this language only.
    loadAllLanguages().then(
      (languages) => (isCurrent ? setAll(languages.map((language) => language.words)) : undefined),
      () => undefined,
    )
    return () => void (isCurrent = false)
  }, [])
  return all
}
