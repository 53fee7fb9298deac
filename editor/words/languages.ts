/** The languages that the studio speaks: one for every file in `languages`, loaded when somebody wants it. */
import type { LanguageFile } from './define-language.ts'
import { language as english } from './languages/en.ts'

export interface UiLanguage extends LanguageFile {
  /** BCP 47, as the page's `lang` and for dates and figures: `en`, `zh-CN`. */
  readonly id: string
}

// English is the pattern, and what is shown when another language does not arrive, so it is always there.
const files = import.meta.glob<LanguageFile>(['./languages/*.ts', '!./languages/en.ts'], { import: 'language' })

export const englishLanguage: UiLanguage = { id: 'en', ...english }

const loaders: ReadonlyMap<string, () => Promise<LanguageFile>> = new Map([
  ['en', () => Promise.resolve(english)],
  ...Object.entries(files).map(([file, load]): [string, () => Promise<LanguageFile>] => [tagOfFile(file), load]),
])

/** Each by the name that its own speakers give it. */
export const uiLanguages: readonly { readonly id: string; readonly name: string }[] = [...loaders.keys()].map((id) => ({
  id,
  name: ownName(id),
}))

/** @throws when its file does not arrive, or there is none */
export async function loadLanguage(id: string): Promise<UiLanguage> {
  const load = loaders.get(id)
  if (!load) throw new RangeError(`There is no language ${id}`)
  return { id, ...(await load()) }
}

export function loadAllLanguages(): Promise<readonly UiLanguage[]> {
  return Promise.all([...loaders.keys()].map(loadLanguage))
}

/** The language for somebody who wants these, best first: `zh-TW` is better read in `zh-CN` than in English. */
export function chooseAmong(wanted: readonly string[], ids: readonly string[] = [...loaders.keys()]): string {
  for (const tag of wanted) {
    const exact = ids.find((id) => id.toLowerCase() === tag.toLowerCase())
    if (exact !== undefined) return exact
    const [language = ''] = tag.toLowerCase().split('-')
    const near = ids.find((id) => id.toLowerCase().split('-')[0] === language)
    if (near !== undefined) return near
  }
  return 'en'
}

/** `./languages/zh-cn.ts` → `zh-CN` */
export function tagOfFile(file: string): string {
  const name = file.replace(/^.*\//, '').replace(/\.ts$/, '')
  return new Intl.Locale(name).toString()
}

/** What its speakers call it. Chinese is told apart by its script, as people do, not by its country. */
export function ownName(id: string): string {
  const { language, script } = new Intl.Locale(id).maximize()
  const name = new Intl.DisplayNames([id], { type: 'language' }).of(language === 'zh' ? `zh-${script}` : id) ?? id
  return name.charAt(0).toLocaleUpperCase(id) + name.slice(1)
}
