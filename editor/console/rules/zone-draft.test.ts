import { expect, test } from 'vitest'
import { draftOf, emptyZone, readZones } from './zone-draft.ts'

const typed = {
  ...emptyZone,
  name: ' Near ',
  areas: '静安区、黄浦区，2000*, 静安区',
  fee: '6',
  minimum: '30.5',
  freeFrom: '100',
}

test('a zone as it is typed becomes one that the server takes, and back', () => {
  const [zone] = readZones([typed], 'CNY') ?? []
  expect(zone).toEqual({
    name: 'Near',
    areas: ['静安区', '黄浦区', '2000*'],
    feeMinor: 600,
    minSpendMinor: 3050,
    freeFromMinor: 10_000,
    rideMinutes: 30,
  })
  const shown = draftOf({ ...zone!, id: 'z' }, 'CNY')
  expect(shown).toEqual({ ...typed, id: 'z', name: 'Near', areas: '静安区, 黄浦区, 2000*', minimum: '30.50' })
  expect(readZones([shown], 'CNY')?.[0]).toEqual({ ...zone, id: 'z' })
})

test('amounts that are left empty are nothing, and never for free', () => {
  expect(readZones([{ ...typed, fee: '', minimum: '', freeFrom: '' }], 'JPY')?.[0]).toMatchObject({
    feeMinor: 0,
    minSpendMinor: 0,
    freeFromMinor: null,
  })
})

test.each([
  { name: '  ' },
  { areas: ' , ' },
  { fee: 'six' },
  { fee: '-1' },
  { minimum: '1.234' },
  { areas: 'x'.repeat(61) },
])('%j is not sent', (part) => {
  expect(readZones([typed, { ...typed, ...part }], 'CNY')).toBeUndefined()
})
