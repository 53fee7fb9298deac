import { expect, test } from 'vitest'
import { addPage, changePage } from '#model/index.ts'
import { page, peersOf } from '#model/testing/peers.ts'
import { checkAddress } from './check-address.ts'

const second = page('second')

function check(typed: string) {
  const [program] = peersOf('home() second()')
  changePage(program, second, { slug: 'about' })
  addPage(program, { title: 'Menu' })
  return checkAddress(typed, program.page(second)!, program.pages())
}

test('an address is small letters, digits and dashes, with or without the slash before it', () => {
  expect(check('our-story')).toEqual({ kind: 'fine', slug: 'our-story' })
  expect(check('/our-story')).toEqual({ kind: 'fine', slug: 'our-story' })
  expect(check('Our Story!')).toEqual({ kind: 'rewritten', slug: 'our-story' })
  expect(check('about')).toEqual({ kind: 'fine', slug: 'about' })
})

test('an address that another page or the hosting has is refused, with one that is free', () => {
  expect(check('menu')).toEqual({ kind: 'taken', slug: 'menu', free: 'menu-2' })
  expect(check('pictures')).toEqual({ kind: 'reserved', slug: 'pictures', free: 'pictures-2' })
})

test('nothing that could be an address is empty', () => {
  expect(check('菜单')).toEqual({ kind: 'empty' })
  expect(check('  ')).toEqual({ kind: 'empty' })
})
