import { expect, test } from 'vitest'
import { cutPoints, mostUpdates } from './cut-points.ts'
import { versionsToDrop } from './thin-versions.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** `a0 a30 b300`: who wrote at which second, numbered from 1. */
const rowsOf = (text: string) =>
  text.split(' ').map((word, index) => ({ seq: index + 1, author: word[0]!, atMs: Number(word.slice(1)) * second }))

test.each([
  ['work that goes on is no version yet', 'a0 a30 a60', 90, []],
  ['two quiet minutes end it', 'a0 a30 a60', 181, [3]],
  ['also in the middle of the log, found later', 'a0 a30 a200 a210', 220, [2]],
  ['another person after a pause begins anew', 'a0 a10 b40 b50', 60, [2]],
  ['two people at once are one stretch', 'a0 b5 a10 b15', 60, []],
  ['one of both coming back after a pause goes on', 'a0 b5 a40', 60, []],
  ['ten minutes are enough', 'a0 a100 a200 a300 a400 a500 a599 a605', 606, [7]],
  ['ten minutes are enough, also at the end', 'a0 a100 a200 a300 a400 a500', 601, [6]],
  ['nothing is nothing', 'a0', 10, []],
])('%s', (_name, rows, now, cuts) => {
  expect(cutPoints(rowsOf(rows), now * second)).toEqual(cuts)
})

test('so many updates are one version, however fast they came', () => {
  const rows = Array.from({ length: mostUpdates * 2 + 5 }, (_, index) => ({ seq: index + 1, author: 'a', atMs: index }))
  expect(cutPoints(rows, rows.length)).toEqual([mostUpdates, 2 * mostUpdates])
})

const now = 1000 * day

/** Versions by age in minutes, the oldest first; `!` marks one that is kept for good. */
const versionsOf = (text: string) =>
  text.split(' ').map((word, index) => ({
    seq: index + 1,
    atMs: now - Number(word.replace('!', '')) * minute,
    isKept: word.endsWith('!'),
  }))

test.each([
  ['all of the last hour', '59 58 57 30 2 1', []],
  ['then one in ten minutes: the newest of each', '300 128 125 121 119 5', [2, 3]],
  ['after a day one in an hour', `${3 * 1440} ${2 * 1440 + 50} ${2 * 1440 + 20} ${2 * 1440 - 10} 5`, [2]],
  ['after a week one a day', `${30 * 1440} ${20 * 1440 + 700} ${20 * 1440 + 100} ${19 * 1440} 5`, [2]],
  ['after 90 days none', `${200 * 1440} ${100 * 1440} ${91 * 1440} ${80 * 1440} 5`, [2, 3]],
  ['but never what was named or published', `${200 * 1440} ${100 * 1440}! 128! 125 121 5`, [4]],
  ['nor the first and the newest', `${400 * 1440} ${200 * 1440}`, []],
])('%s', (_name, versions, dropped) => {
  expect(versionsToDrop(versionsOf(versions), now)).toEqual(dropped)
})

test('thinning what was thinned drops nothing more, and the number of versions is bounded', () => {
  const all = Array.from({ length: 20_000 }, (_, index) => ({
    seq: index + 1,
    atMs: now - (20_000 - index) * 7 * minute,
    isKept: false,
  }))
  const dropped = new Set(versionsToDrop(all, now))
  const left = all.filter(({ seq }) => !dropped.has(seq))
  expect(versionsToDrop(left, now)).toEqual([])
  expect(left.length).toBeLessThan(400)
})
