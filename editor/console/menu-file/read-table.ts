/** A file from somebody's computer as a table of texts. What reads it is fetched when somebody chooses one. */

export type Table = string[][]

/** What a menu of two thousand rows stays far below. */
export const mostFileBytes = 5 * 1024 * 1024

/** @throws when it is not what its name says */
export async function readTable(file: File): Promise<Table> {
  if (/\.xlsx$/i.test(file.name)) return readWorkbook(file)
  return readText(decode(await file.arrayBuffer()))
}

/** The first sheet; of a cell with a formula what the spreadsheet last showed. */
async function readWorkbook(file: Blob): Promise<Table> {
  const { readSheet } = await import('read-excel-file/universal')
  return (await readSheet(file)).map((row) => row.map((cell) => (cell === null ? '' : textOf(cell))))
}

/** Between commas, semicolons or tabs, whatever the spreadsheet of that country writes. */
export async function readText(text: string): Promise<Table> {
  const { default: papa } = await import('papaparse')
  const plain = text.replace(/^\uFEFF/, '')
  const { data, errors } = papa.parse<string[]>(plain, { delimiter: delimiterOf(plain) })
  const fatal = errors.find(({ type }) => type === 'Quotes')
  if (fatal) throw new Error(fatal.message)
  return withoutTail(data)
}

/** What stands most often in the heading: prices and sentences below it have commas of their own. */
function delimiterOf(text: string): string {
  const [heading = ''] = text.split(/\r?\n/, 1)
  const countOf = (delimiter: string) => heading.split(delimiter).length
  return [',', ';', '\t'].reduce((best, each) => (countOf(each) > countOf(best) ? each : best))
}

/** Older spreadsheets in China write GB 18030; what is not Unicode is taken for it. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function textOf(cell: string | number | boolean | Date | object): string {
  if (cell instanceof Date) return cell.toISOString()
  return typeof cell === 'object' ? '' : String(cell)
}

/** The empty line at the end of most files. */
function withoutTail(rows: Table): Table {
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ''))
  return rows.slice(0, last + 1)
}
