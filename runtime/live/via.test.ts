import { expect, test } from 'vitest'
import { fakeStorage } from '../testing/fake-storage.ts'
import { takeVia } from './via.ts'

const origin = 'https://n.example'
const at = (search: string) => ({ origin, search })

test('the code of a poster is taken once a visit; another code is taken again', () => {
  const storage = fakeStorage()
  const take = (search: string, referrer = '') => takeVia(at(search), referrer, () => storage)
  expect(take('?via=window')).toBe('window')
  expect(take('?via=window')).toBeUndefined()
  expect(take('?table=0197-3')).toBe('table')
  expect(take('')).toBeUndefined()
})

test('it is also read from the page without script that they come from, never from another site', () => {
  const take = (referrer: string) => takeVia(at(''), referrer, () => fakeStorage())
  expect(take(`${origin}/?via=flyer`)).toBe('flyer')
  expect(take('https://n.example.evil/?via=flyer')).toBeUndefined()
  expect(take('')).toBeUndefined()
})

test('what is no code is none', () => {
  for (const via of ['', 'A', 'a%20b', 'x'.repeat(41), '<b>'])
    expect(takeVia(at(`?via=${via}`), '', () => fakeStorage())).toBeUndefined()
})

test('where nothing can be kept it is told all the same', () => {
  const closed = () => {
    throw new Error('closed')
  }
  expect(takeVia(at('?via=window'), '', closed)).toBe('window')
})
