import { expect, test } from 'vitest'
import type { MerchantCatalogue } from '#platform/contract/merchant.ts'
import { csvOf } from '../charts/csv.ts'
import { menuTable } from './menu-table.ts'
import { readTable, readText } from './read-table.ts'
import { workbookOf } from './save-menu.ts'

const text = (name: string) => ({ en: name, 'zh-CN': `${name}。` })
const catalogue: MerchantCatalogue = {
  currency: 'CNY',
  categories: [{ id: 'c', name: text('Noodles'), served: null }],
  modifierGroups: [{ id: 'spice', name: 'Spice', min: 1, max: 1, options: [] }],
  dishes: [
    {
      id: 'beef',
      categoryId: 'c',
      name: { en: '=HYPERLINK("http://evil.example","Beef")', 'zh-CN': '牛肉面' },
      description: { en: 'Slow, dark "broth"\nwith noodles', 'zh-CN': '' },
      picture: null,
      variants: [
        { id: 's', name: text('Small'), priceMinor: 2850, soldOut: false, channelMinor: { pickup: 2600 } },
        { id: 'l', name: text('Large'), priceMinor: 3400, soldOut: false },
      ],
      modifierGroupIds: ['spice'],
      soldOut: null,
      tags: ['signature', 'new'],
      status: 'on',
      version: 1,
    },
  ],
}
const table = menuTable(catalogue, 'zh-CN')
const fileOf = (name: string, content: BlobPart) => new File([content], name)

test('one row for each size, with the words of the reader', () => {
  expect(table[0]?.slice(0, 3)).toEqual(['菜品编号', '规格编号', '分类'])
  expect(table[1]?.slice(7)).toEqual(['Small', 'Small。', '28.50', '', '26', '', 'Spice', '招牌; 新品', '是'])
  expect(table).toHaveLength(3)
})

test('what is saved as CSV is read again, and no spreadsheet runs any of it', async () => {
  const csv = csvOf(table)
  expect(csv).toContain(`"'=HYPERLINK(""http://evil.example""`)
  const again = await readTable(fileOf('menu.csv', csv))
  expect(again).toEqual(table.map((row) => row.map((cell) => (cell.startsWith('=') ? `'${cell}` : cell))))
})

test('what is saved as a workbook is read again to the letter, every cell a text', async () => {
  expect(await readTable(fileOf('menu.xlsx', await workbookOf(table)))).toEqual(table)
})

test('semicolons, tabs and the characters of older spreadsheets', async () => {
  expect(await readText('Name;Price\r\nTea;"1,50"\r\n\r\n')).toEqual([
    ['Name', 'Price'],
    ['Tea', '1,50'],
  ])
  expect(await readText('Name\tPrice\nTea\t12')).toEqual([
    ['Name', 'Price'],
    ['Tea', '12'],
  ])
  const gb = new Uint8Array([0xb2, 0xe8, 0x2c, 0x31, 0x32])
  expect(await readTable(fileOf('menu.csv', gb))).toEqual([['茶', '12']])
})

test('what is no workbook, and a text that never ends, are refused', async () => {
  await expect(readTable(fileOf('menu.xlsx', 'not a zip'))).rejects.toThrow()
  await expect(readText('Name,Price\n"Tea,12')).rejects.toThrow()
})
