import { expect, test } from 'vitest'
import { codeSigns, codeText, readCode } from './progress-code.ts'

test('a code is read however it was typed', () => {
  for (const typed of ['K7QX3MHP', 'k7qx-3mhp', ' K7QX 3MHP ', 'ｋ７ｑｘ３ｍｈｐ'])
    expect(readCode(typed), typed).toBe('K7QX3MHP')
  expect(codeText('K7QX3MHP')).toBe('K7QX-3MHP')
})

test('what cannot be a code is none', () => {
  for (const typed of ['', 'K7QX3MH', 'K7QX3MHPP', 'K7QX3MH0', 'K7QX3MH%', '________'])
    expect(readCode(typed), typed).toBeUndefined()
})

test('no sign is taken for another', () => {
  for (const sign of '0O1IL2Z5S8BUV9') expect(codeSigns).not.toContain(sign)
  expect(new Set(codeSigns).size).toBe(22)
})
