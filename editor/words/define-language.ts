import type { Language } from '#model/schema.ts'
import type { Words } from './en.ts'

/** One language of the studio and console: all that a file in `languages` says. The file's name is its BCP 47 tag. */
export interface LanguageFile {
  /** Complete by type: what `en.ts` says, this one says. `studio.nameOf` may know names of blocks and fields of its own. */
  readonly words: Words
  /** What shops and blocks write is there in these languages only; people who chose this one read it in that one. */
  readonly reads: Language
}

export function defineLanguage(file: LanguageFile): LanguageFile {
  return file
}
