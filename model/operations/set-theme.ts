import type { JsonValue } from '../json.ts'
import type { Program } from '../program.ts'
import { metaOf, themeOf } from '../schema.ts'
import type { Language } from '../schema.ts'
import { setWords } from './set-words.ts'

/** Sets some choices of the theme; the others stay. Two people changing two choices at once both succeed. */
export function setTheme(program: Program, change: { readonly [name: string]: JsonValue | undefined }): void {
  const theme = themeOf(program.doc)
  program.doc.transact(() => {
    for (const [name, value] of Object.entries(change)) {
      if (value === undefined) theme.delete(name)
      else if (theme.get(name) !== value) theme.set(name, value)
    }
  })
}

/** Of two people who change the name at once, both change it: it merges by character. [M33] */
export function setName(program: Program, name: string): void {
  program.doc.transact(() => setWords(metaOf(program.doc), 'name', name))
}

export function setLanguage(program: Program, language: Language): void {
  if (program.language !== language) metaOf(program.doc).set('language', language)
}
