import { expect, test } from 'vitest'
import { groupsOf, type Entry } from './groups.ts'

const entry = (name: string, more: Partial<Entry> = {}): Entry => ({
  kind: 'service',
  name,
  note: '',
  icon: 'info',
  phone: '',
  link: null,
  ...more,
})
const entries = [
  entry('Town hall'),
  entry('Water and light', { kind: 'group' }),
  entry('Water', { note: 'Repairs, day and night', phone: '0571-9612 3' }),
  entry('Electricity'),
  entry('Nobody here', { kind: 'group' }),
]
const names = (query: string) =>
  groupsOf(entries, query).map(({ name, services }) => [name, ...services.map((each) => each.name)])

test('services stand under their headings; those above the first under none, and empty groups not at all', () => {
  expect(names('')).toEqual([
    ['', 'Town hall'],
    ['Water and light', 'Water', 'Electricity'],
  ])
  expect(groupsOf([], '')).toEqual([])
})

test('found by name, by what is said of it, by its number and by its heading', () => {
  expect(names('repairs NIGHT')).toEqual([['Water and light', 'Water']])
  expect(names('05719612')).toEqual([['Water and light', 'Water']])
  expect(names('light')).toEqual([['Water and light', 'Water', 'Electricity']])
  expect(names('ｔｏｗｎ')).toEqual([['', 'Town hall']])
  expect(names('school')).toEqual([])
})
