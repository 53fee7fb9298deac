import type { BlockEnv } from './view.ts'

type Language = BlockEnv['language']

/** A block's own words, in each language by the same names. */
export type Words<Table> = { readonly [L in Language]: Table }

export function wordsFor<Table>(language: Language, words: Words<Table>): Table {
  return words[language]
}

/** Words of the kit's own boxes. */
export const kitWords: Words<{ readonly loading: string; readonly retry: string; readonly dropHere: string }> = {
  en: { loading: 'Loading…', retry: 'Try again', dropHere: 'Drop blocks here' },
  'zh-CN': { loading: '加载中…', retry: '再试一次', dropHere: '把组件拖到这里' },
}
