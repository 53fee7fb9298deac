import { expect, test } from 'vitest'
import { checkEmail, checkName, checkPassword } from './form-checks.ts'

test('an address needs a name, an @ and a host with a dot', () => {
  expect(checkEmail(' ')).toBe('missing')
  for (const bad of ['lin', 'lin@', '@shop.cn', 'lin@shop', 'lin@shop.', 'a b@shop.cn', 'a@b@shop.cn'])
    expect(checkEmail(bad), bad).toBe('bad')
  for (const good of ['lin@shop.cn', ' lin+till@mail.shop.com ', '林@面馆.中国'])
    expect(checkEmail(good), good).toBeUndefined()
})

test('only a new password has rules', () => {
  expect(checkPassword('', false)).toBe('missing')
  expect(checkPassword('1234567', true)).toBe('short')
  expect(checkPassword('1234567', false)).toBeUndefined()
  expect(checkPassword('12345678', true)).toBeUndefined()
  expect(checkPassword('x'.repeat(129), true)).toBe('long')
})

test('a name of spaces is none', () => {
  expect(checkName('  ')).toBe('missing')
  expect(checkName('Lin')).toBeUndefined()
})
