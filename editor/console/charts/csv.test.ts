import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

const cellOf = (text: string) => csvOf([[text]]).slice(1, -2)

test('rows are lines, and what separates stands in quotes', () => {
  expect(
    csvOf([
      ['Day', 'Visits'],
      ['2026-03-01', 12],
    ]),
  ).toBe('\uFEFFDay,Visits\r\n2026-03-01,12\r\n')
  expect(cellOf('Tea, "hot"\nor cold')).toBe('"Tea, ""hot""\nor cold"')
})

test('a name that a spreadsheet would calculate is a text', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1']) expect(cellOf(text)).toBe(`'${text}`)
  expect(cellOf('=HYPERLINK("https://evil.example","x")')).toBe(`"'=HYPERLINK(""https://evil.example"",""x"")"`)
  expect(csvOf([[-3]])).toContain('-3')
  expect(cellOf('2-for-1')).toBe('2-for-1')
})
