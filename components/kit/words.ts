import type { BlockEnv } from './view.ts'

type Language = BlockEnv['language']

/** A block's own words, in each language by the same names. */
export type Words<Table> = { readonly [L in Language]: Table }

export function wordsFor<Table>(language: Language, words: Words<Table>): Table {
  return words[language]
}
