import type { JsonValue } from '../json.ts'
import type { Program } from '../program.ts'
import { metaOf, themeOf } from '../schema.ts'
import type { Language } from '../schema.ts'

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

export function setName(program: Program, name: string): void {
  if (program.name !== name) metaOf(program.doc).set('name', name)
}

export function setLanguage(program: Program, language: Language): void {
  if (program.language !== language) metaOf(program.doc).set('language', language)
}
