import { expect, test } from 'vitest'
import { phoneText } from './phone.ts'

test('numbers are shown as they are read out', () => {
  expect(phoneText('+8613800138000')).toBe('+86 138 0013 8000')
  expect(phoneText('13800138000')).toBe('138 0013 8000')
  expect(phoneText('+44 20 7946 0018')).toBe('+44 20 7946 0018')
  expect(phoneText('+86 21 6431 2088')).toBe('+86 21 6431 2088')
})
