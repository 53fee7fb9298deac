import type * as Y from 'yjs'
import type { JsonValue } from '../json.ts'
import { isObject } from '../schema.ts'
import { wordsOf } from '../shared-text.ts'

/** A picture as blocks store it: an address of the workspace's library, its size and what it shows. */
export interface SharePicture {
  readonly url: string
  readonly widthPx: number
  readonly heightPx: number
  readonly alt: string
}

/** What a page says about itself to those who share or search it. [M30] Absent means "as the page itself has it". */
export interface PageSettings {
  /** Title of the card that is seen where the page is shared. */
  readonly shareTitle?: string
  /** One or two sentences for shared cards and search results. */
  readonly shareText?: string
  readonly sharePicture?: SharePicture
  /** Words people search by, separated by commas. */
  readonly searchWords?: string
  /** Search engines are asked to leave the page out. */
  readonly unlisted?: true
}

export const pageSettingNames = ['shareTitle', 'shareText', 'sharePicture', 'searchWords', 'unlisted'] as const

/** Reads what is set, each entry by itself: what cannot be read counts as not set. */
export function readPageSettings(map: Y.Map<unknown>): PageSettings {
  const shareTitle = textOf(map.get('shareTitle'))
  const shareText = textOf(map.get('shareText'))
  const sharePicture = readSharePicture(map.get('sharePicture'))
  const searchWords = textOf(map.get('searchWords'))
  return {
    ...(shareTitle === undefined ? {} : { shareTitle }),
    ...(shareText === undefined ? {} : { shareText }),
    ...(sharePicture === undefined ? {} : { sharePicture }),
    ...(searchWords === undefined ? {} : { searchWords }),
    ...(map.get('unlisted') === true ? { unlisted: true } : {}),
  }
}

/** How a setting lies in the document. @returns undefined when it is to be taken out: nothing said is no entry */
export function pageSettingValue(value: PageSettings[keyof PageSettings] | null | false): JsonValue | undefined {
  if (value === undefined || value === null || value === false || value === '') return undefined
  if (typeof value !== 'object') return value
  const { url, widthPx, heightPx, alt } = value
  return { url, widthPx, heightPx, alt }
}

function readSharePicture(value: unknown): SharePicture | undefined {
  if (!isObject(value)) return undefined
  const { url, widthPx, heightPx, alt } = value
  if (typeof url !== 'string' || typeof widthPx !== 'number' || typeof heightPx !== 'number') return undefined
  return { url, widthPx, heightPx, alt: typeof alt === 'string' ? alt : '' }
}

function textOf(value: unknown): string | undefined {
  const words = wordsOf(value)
  return words === undefined || words.trim() === '' ? undefined : words
}
