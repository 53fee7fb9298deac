/** Changes between two programs in the person's words, from the blocks' own labels. */
import type { BlockChange, Comparison, PageChange, PageFactChange } from '#compiler/compare/compare-programs.ts'
import type { ValueChange } from '#compiler/compare/same-value.ts'
import { findDefinition } from '#components/definitions.ts'
import type { Field, Fields, LinkValue, PictureValue } from '#components/kit/fields.ts'
import type { CompiledProgram } from '#model/compiled-program.ts'
import type { JsonValue } from '#model/json.ts'
import { plainTextOf } from '#model/rich-text.ts'
import { textOfNode } from '#editor/studio/session/text-of-node.ts'
import { describeValue } from '#editor/studio/inspector/describe-value.ts'
import { knownBlocks } from '#editor/studio/session/known-blocks.ts'
import type { Words } from '#editor/words/use-words.ts'

/** A value to be shown: in words, or as the picture it is. */
export type Shown = { readonly text: string } | { readonly picture: PictureValue }

export interface Detail {
  readonly label: string
  readonly before?: Shown
  readonly after?: Shown
}

export interface Teller {
  readonly words: Words
  /** BCP 47, for moments and figures. */
  readonly locale: string
  /** Titles of pages that links lead to. */
  readonly program: Pick<CompiledProgram, 'pages'>
}

const LONGEST = 60

/** "Heading “Welcome”". */
export function sayBlock(
  { type, props }: Pick<BlockChange, 'type' | 'props'>,
  { words }: Pick<Teller, 'words'>,
): { name: string; quote: string } {
  return {
    name: words.studio.nameOf(knownBlocks.nameOf(type)),
    quote: shorten(textOfNode(knownBlocks, { type, props: { ...props } })),
  }
}

/** Where a block went or came from, and what it holds; empty for most. */
export function sayMove({ moved, holds }: BlockChange, { words: { publishing } }: Teller): string {
  const where =
    moved === undefined
      ? ''
      : moved === 'order'
        ? publishing.movedOrder
        : moved === 'into'
          ? publishing.movedInto
          : 'fromPage' in moved
            ? publishing.movedFrom(moved.fromPage)
            : publishing.movedTo(moved.toPage)
  return [where, holds > 0 ? publishing.holds(holds) : ''].filter((part) => part !== '').join(', ')
}

/** Its changed fields, old and new. */
export function detailsOfBlock(change: BlockChange, teller: Teller): readonly Detail[] {
  const fields: Fields = findDefinition(change.type)?.fields ?? {}
  const details = change.fields.map((value) => sayField(value, fields, teller))
  const { publishing } = teller.words
  return change.showWhen
    ? [...details, { label: publishing.showWhen, after: { text: publishing.showWhenChanged } }]
    : details
}

export function detailsOfPage({ facts, isMoved }: PageChange, teller: Teller): readonly Detail[] {
  const { publishing } = teller.words
  const told = facts.map((change) => detailOfFact(change, teller))
  return isMoved ? [...told, { label: publishing.pageMoved }] : told
}

/** What belongs to no page: name, language, home page, tab bar, theme. */
export function detailsOfProgram(comparison: Comparison, { words }: Teller): readonly Detail[] {
  const { publishing } = words
  const simple = (['name', 'language', 'homePage'] as const).flatMap((what) => {
    const change = comparison[what]
    return change ? [{ label: publishing[what], before: { text: change.before }, after: { text: change.after } }] : []
  })
  const { tabs } = comparison
  const list = (labels: readonly string[]) => ({ text: labels.length > 0 ? labels.join(' · ') : publishing.none })
  const theme = comparison.theme.map(({ choice, before, after }) => ({
    label: `${publishing.theme}: ${publishing.themeChoices[choice]}`,
    before: { text: sayChoice(choice, before, words) },
    after: { text: sayChoice(choice, after, words) },
  }))
  return [
    ...simple,
    ...(tabs ? [{ label: publishing.tabs, before: list(tabs.before), after: list(tabs.after) }] : []),
    ...theme,
  ]
}

/** One changed field by its label; in a list, with the item. */
export function sayField({ path, before, after }: ValueChange, fields: Fields, teller: Teller): Detail {
  const { words } = teller
  const say = words.studio.nameOf
  const [prop, index, part] = path
  const field = fields[prop]
  if (!field) return { label: prop, ...bothOf(before, after, (value) => ({ text: shorten(JSON.stringify(value)) })) }
  const inner = field.kind === 'list' && typeof part === 'string' ? field.item[part] : undefined
  if (field.kind === 'list' && inner && typeof index === 'number')
    return {
      label: `${say(field.itemLabel)} ${index + 1}: ${say(inner.label)}`,
      ...bothOf(before, after, (value) => show(inner, value, teller)),
    }
  return { label: say(field.label), ...bothOf(before, after, (value) => show(field, value, teller)) }
}

function bothOf(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  show: (value: JsonValue | undefined) => Shown,
): Pick<Detail, 'before' | 'after'> {
  return { before: show(before), after: show(after) }
}

function show(field: Field, value: JsonValue | undefined, teller: Teller): Shown {
  const { words, locale } = teller
  const { publishing, studio } = words
  if (value === undefined || value === null || value === '') return { text: publishing.none }
  switch (field.kind) {
    case 'picture':
      return { picture: value as unknown as PictureValue }
    case 'rich-text':
      return { text: shorten(plainTextOf(value)) || publishing.none }
    case 'link':
      return { text: sayLink(value as unknown as LinkValue, teller) }
    case 'money':
      return { text: typeof value === 'number' ? (value / 100).toFixed(2) : publishing.none }
    case 'date-time':
      return {
        text: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(Number(value)),
      }
    case 'reference':
      return { text: publishing.chosen }
    case 'colour': {
      const token = typeof value === 'string' && value.startsWith('theme:') ? value.slice('theme:'.length) : ''
      const named = Object.entries(studio.colours).find(([name]) => name === token)?.[1]
      return { text: named ?? String(value) }
    }
    default:
      return { text: shorten(describeValue(field, value, studio.nameOf, words)) }
  }
}

function sayLink(link: LinkValue, { program, words: { publishing } }: Teller): string {
  const { links } = publishing
  switch (link.kind) {
    case 'page':
      return links.page(program.pages.find(({ id }) => id === link.pageId)?.title ?? '…')
    case 'phone':
      return `${links.phone} ${link.number}`
    case 'sms':
      return `${links.sms} ${link.number}`
    case 'mail':
      return shorten(link.address)
    case 'web':
      return shorten(link.url)
    default:
      return links[link.kind]
  }
}

function detailOfFact({ fact, before, after }: PageFactChange, { words: { publishing } }: Teller): Detail {
  const say = (value: PageFactChange['before']): Shown => {
    if (fact === 'hidden' || fact === 'unlisted') return { text: value ? publishing.yes : publishing.no }
    if (fact === 'slug') return { text: `/${String(value ?? '')}` }
    if (typeof value === 'object') {
      const { title = '', text = '' } = value as { readonly title?: string; readonly text?: string }
      return { text: shorten([title, text].filter((part) => part !== '').join(' · ')) || publishing.chosen }
    }
    return { text: value === undefined || value === '' ? publishing.none : shorten(String(value)) }
  }
  return { label: publishing.facts[fact], before: say(before), after: say(after) }
}

/** A choice of the theme by the name that the theme panel gives it. */
export function sayChoice(
  choice: Comparison['theme'][number]['choice'],
  value: string | number | undefined,
  { theme, publishing }: Words,
): string {
  if (value === undefined) return publishing.none
  const names: { readonly [choice: string]: { readonly [value: string]: string } } = {
    fontFamily: theme.families,
    headingFamily: theme.families,
    headings: theme.headingStyles,
    density: theme.densities,
    pictures: theme.pictureStyles,
    texture: theme.textures,
    scheme: theme.schemes,
  }
  return names[choice]?.[value] ?? String(value)
}

export function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line
}
