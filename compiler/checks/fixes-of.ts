import type { Field } from '#components/kit/fields.ts'
import type { JsonValue } from '#model/json.ts'
import { oklchOf } from '#runtime/colour.ts'
import { moveUntilReadable } from '#runtime/theme-colours.ts'
import {
  checkField,
  isPhone,
  isRecord,
  isWebAddress,
  leastContrast,
  withoutBrokenLinks,
  type FieldProblem,
  type KnownThings,
} from './check-field.ts'

/** One click that makes a value good: words are chosen by `kind` and `to`. */
export interface Fix {
  readonly kind:
    | 'shorten'
    | 'clamp'
    | 'keep-first'
    | 'add-https'
    | 'write-phone'
    | 'remove-link'
    | 'show-all'
    | 'use-colour'
    | 'clear'
  /** The figure, number or colour that it comes to, where there is one. */
  readonly to?: number | string
  readonly value: JsonValue
}

/** Ways out of a problem, the best one first; none where only a person can know what is right. */
export function fixesOf(field: Field, value: JsonValue, problem: FieldProblem, known: KnownThings): readonly Fix[] {
  const fixes = possibleFixes(field, value, problem, known)
  return fixes.filter((fix) => checkField(field, fix.value, known) === undefined)
}

function possibleFixes(field: Field, value: JsonValue, problem: FieldProblem, known: KnownThings): readonly Fix[] {
  if (field.kind === 'rich-text') {
    return [{ kind: 'remove-link', value: withoutBrokenLinks(value, known) }]
  }
  switch (problem) {
    case 'too-long':
      return field.kind === 'text' && typeof value === 'string'
        ? [{ kind: 'shorten', to: field.maxLength, value: shortened(value, field.maxLength) }]
        : []
    case 'out-of-range': {
      if ((field.kind !== 'number' && field.kind !== 'money') || typeof value !== 'number') return []
      const to = Math.min(field.max, Math.max(field.min, value))
      // An amount in minor units is no figure for people.
      return field.kind === 'money' ? [{ kind: 'clamp', value: to }] : [{ kind: 'clamp', to, value: to }]
    }
    case 'too-many':
      return field.kind === 'list' && Array.isArray(value)
        ? [{ kind: 'keep-first', to: field.maxItems, value: value.slice(0, field.maxItems) as JsonValue }]
        : []
    case 'bad-address': {
      const url = isRecord(value) ? `https://${String(value.url).trim().replace(/^\/+/, '')}` : ''
      return isWebAddress(url) ? [{ kind: 'add-https', value: { kind: 'web', url } }, removeLink] : [removeLink]
    }
    case 'bad-phone': {
      const number = isRecord(value) ? dialled(String(value.number)) : ''
      return isPhone(number)
        ? [
            {
              kind: 'write-phone',
              to: number,
              value: { kind: isRecord(value) && value.kind === 'sms' ? 'sms' : 'phone', number },
            },
            removeLink,
          ]
        : [removeLink]
    }
    case 'bad-mail':
    case 'page-gone':
      return [removeLink]
    case 'not-there':
      return field.kind === 'link' ? [removeLink] : [{ kind: 'show-all', value: '' }]
    case 'unreadable': {
      if (typeof value !== 'string' || known.ground === undefined) return []
      const to = readableOn(value, known.ground)
      return [{ kind: 'use-colour', to, value: to }]
    }
    case 'past':
      return [{ kind: 'clear', value: null }]
    case 'no-alt':
      return []
  }
}

const removeLink: Fix = { kind: 'remove-link', value: null }

/** At a word's end where one is near, and never in the middle of a character that takes two units. */
function shortened(text: string, maxLength: number): string {
  const cut = text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '')
  const word = /^[\s\S]*\S(?=\s+\S*$)/.exec(cut)?.[0]
  return word !== undefined && word.length > maxLength * 0.8 ? word : cut.trimEnd()
}

/** What of it can be dialled, full-width figures included. */
function dialled(number: string): string {
  return number
    .normalize('NFKC')
    .replaceAll(/[^\d+() -]/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .replace(/^[^+\d]+/, '')
    .trim()
}

/** The nearest colour of the same hue that can be read there. */
function readableOn(colour: string, ground: string): string {
  const isLight = oklchOf(ground).lightness > 0.6
  return moveUntilReadable(oklchOf(colour), [ground], isLight, leastContrast + 0.05)
}
