import type { PageId } from '../ids.ts'
import { done, refused } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../program.ts'
import { pageSettingNames, pageSettingValue } from '../tree/page-settings.ts'
import type { PageSettings } from '../tree/page-settings.ts'
import { sharedTextOf } from '../shared-text.ts'
import { rawPage } from './page-maps.ts'
import { setWords } from './set-words.ts'

/** Per setting its new value; null, false and an empty text take it out. */
export type PageSettingsChange = { readonly [Name in keyof PageSettings]?: PageSettings[Name] | null | false }

/**
 * Sets some settings of a page; the others stay. Two people changing two of them at once both succeed, and what others type
 * in one of the texts stays.
 */
export function changePageSettings(program: Program, id: PageId, change: PageSettingsChange): Outcome<'gone'> {
  const map = rawPage(program, id)
  if (!program.page(id) || !map) return refused('gone')
  program.doc.transact(() => {
    for (const name of pageSettingNames) {
      if (!(name in change)) continue
      const value = pageSettingValue(change[name])
      if (typeof value === 'string' || sharedTextOf(map.get(name)))
        setWords(map, name, typeof value === 'string' ? value : '')
      else if (value === undefined) map.delete(name)
      else if (map.get(name) !== value) map.set(name, value)
    }
    program.wrote(id)
  })
  return done
}
