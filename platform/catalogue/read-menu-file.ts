/** Reads a menu's table: cells become values, and what cannot be read is said with its row and column. Pure. */
import type { DishTag } from '#platform/db/commerce-tables.ts'
import { menuColumnNames, menuColumns, menuFileWords } from '#platform/contract/menu-file.ts'
import type { MenuColumn, MenuFileProblem } from '#platform/contract/menu-file.ts'
import { minorDigits, minorOf } from '#platform/shop/currency.ts'

/** One row; a member is absent where its column is, and null where its cell is empty. */
export type MenuLine = { readonly row: number } & { readonly [Column in TextColumn]?: string | null } & {
  readonly [Column in PriceColumn]?: number | null
} & {
  readonly choices?: readonly string[]
  readonly tags?: readonly DishTag[]
  readonly status?: 'on' | 'hidden' | null
}

type PriceColumn = 'price' | 'dineIn' | 'pickup' | 'delivery'
type TextColumn = Exclude<MenuColumn, PriceColumn | 'choices' | 'tags' | 'status'>

export interface ReadMenuFile {
  readonly lines: readonly MenuLine[]
  readonly columns: ReadonlySet<MenuColumn>
  readonly problems: readonly MenuFileProblem[]
}

const mostOf: { readonly [Column in TextColumn]?: number } = {
  category: 60,
  nameEn: 80,
  nameZh: 80,
  descriptionEn: 400,
  descriptionZh: 400,
  sizeEn: 40,
  sizeZh: 40,
}
const largestMinor = 10_000_000

export function readMenuFile(rows: readonly (readonly string[])[], currency: string): ReadMenuFile {
  const problems: MenuFileProblem[] = []
  const found = readHeading(rows[0] ?? [], problems)
  const columns = new Set(found.values())
  const at = { row: 1, value: '' }
  if (!columns.has('dishId') && !columns.has('nameEn') && !columns.has('nameZh'))
    problems.push({ ...at, column: 'nameEn', code: 'missing-column' })
  const lines: MenuLine[] = []
  for (const [index, cells] of rows.entries()) {
    if (index === 0 || cells.every((cell) => cell.trim() === '')) continue
    const line: { row: number; [column: string]: unknown } = { row: index + 1 }
    for (const [position, column] of found) {
      const tell = (code: MenuFileProblem['code'], value: string) =>
        problems.push({ row: index + 1, column, code, value: value.slice(0, 60) })
      line[column] = readCell(column, plainCell(cells[position] ?? ''), currency, tell)
    }
    lines.push(line as MenuLine)
  }
  if (lines.length === 0 && problems.length === 0) problems.push({ row: 2, value: '', column: null, code: 'no-rows' })
  return { lines, columns, problems }
}

/** As {@link csvOf} of the editor writes what a spreadsheet would take for a formula: with a mark that says text. */
function plainCell(cell: string): string {
  const text = cell.trim()
  return /^'[\t\r ]*[=+\-@]/.test(text) ? text.slice(1) : text
}

function readHeading(cells: readonly string[], problems: MenuFileProblem[]): ReadonlyMap<number, MenuColumn> {
  const found = new Map<number, MenuColumn>()
  for (const [position, cell] of cells.entries()) {
    const text = comparable(plainCell(cell))
    if (text === '') continue
    const column = menuColumns.find((each) =>
      [each, menuColumnNames[each].en, menuColumnNames[each]['zh-CN']].some((name) => comparable(name) === text),
    )
    const value = cell.slice(0, 60)
    if (!column) problems.push({ row: 1, column: null, code: 'unknown-column', value })
    else if ([...found.values()].includes(column)) problems.push({ row: 1, column, code: 'twice-column', value })
    else found.set(position, column)
  }
  return found
}

function readCell(
  column: MenuColumn,
  text: string,
  currency: string,
  tell: (code: MenuFileProblem['code'], value: string) => void,
): unknown {
  if (column === 'choices') return partsOf(text)
  if (column === 'tags')
    return partsOf(text).flatMap(
      (part) => known(part, ['signature', 'spicy', 'vegetarian', 'new']) ?? (tell('unknown-tag', part), []),
    )
  if (text === '') return null
  if (column === 'status') return known(text, ['on', 'hidden']) ?? (tell('bad-status', text), null)
  if (column === 'price' || column === 'dineIn' || column === 'pickup' || column === 'delivery')
    return readPrice(text, currency) ?? (tell('bad-price', text), null)
  if (text.length > (mostOf[column] ?? 100)) tell('too-long', text)
  return text
}

/** `12`, `12.5`, `¥12.50`, `1,234.50`: exact, by digits. */
function readPrice(text: string, currency: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s\p{Sc}元]/gu, '')
  const grouped = /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.')
  const match = /^(\d+)(?:\.(\d*))?$/.exec(grouped)
  const fraction = (match?.[2] ?? '').replace(/0+$/, '')
  const digits = minorDigits(currency)
  if (!match || fraction.length > digits) return undefined
  const amountMinor = minorOf(
    digits === 0 ? (match[1] ?? '') : `${match[1] ?? ''}.${fraction.padEnd(digits, '0')}`,
    currency,
  )
  return amountMinor !== undefined && amountMinor <= largestMinor ? amountMinor : undefined
}

function partsOf(text: string): readonly string[] {
  return text
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter(Boolean)
}

function known<Word extends keyof typeof menuFileWords>(text: string, words: readonly Word[]): Word | undefined {
  return words.find((word) =>
    [word, menuFileWords[word].en, menuFileWords[word]['zh-CN']].some((each) => comparable(each) === comparable(text)),
  )
}

export function comparable(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
}
