import type { Language } from '#model/schema.ts'
import type { MerchantCatalogue } from '#platform/contract/merchant.ts'
import { saveFile } from '../save-file.ts'
import { csvOf } from '../charts/csv.ts'
import { menuTable } from './menu-table.ts'

export type MenuFormat = 'csv' | 'xlsx'

/** Hands the menu to the browser as a file. In a workbook every cell is text, so nothing of it is ever run as a formula. */
export async function saveMenu(
  catalogue: MerchantCatalogue,
  format: MenuFormat,
  { name, language }: { readonly name: string; readonly language: Language },
): Promise<void> {
  const table = menuTable(catalogue, language)
  if (format === 'csv') return saveFile(`${name}.csv`, new Blob([csvOf(table)], { type: 'text/csv' }))
  saveFile(`${name}.xlsx`, await workbookOf(table))
}

export async function workbookOf(table: readonly (readonly string[])[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal')
  const rows = table.map((row, at) =>
    row.map((value) => ({ value, type: String, ...(at === 0 && { fontWeight: 'bold' as const }) })),
  )
  return write(rows, { stickyRowsCount: 1 }).toBlob()
}
