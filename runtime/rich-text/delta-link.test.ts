import { expect, test } from 'vitest'
import { charactersOf } from '#model/rich-text.ts'
import type { TextRun } from '#model/rich-text.ts'
import { applyDelta } from '#model/text-delta.ts'
import type { TextDelta } from '#model/text-delta.ts'
import { createDeltaLink, type DeltaMessage } from './delta-link.ts'

test('two sides typing at once, with messages under way, end with one text and every letter once', () => {
  for (let seed = 1; seed <= 200; seed++) {
    let state = seed
    const upTo = (most: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return (state >>> 8) % (most + 1)
    }
    const side = (yields: boolean) => ({
      runs: [{ insert: '牛肉面' }] as readonly TextRun[],
      link: createDeltaLink(yields),
      inbox: [] as DeltaMessage[],
    })
    const sides = [side(true), side(false)] as const
    const typed: string[] = []
    const deliver = (to: 0 | 1) => {
      const message = sides[to].inbox.shift()
      const delta = message && sides[to].link.arrived(message)
      if (delta) sides[to].runs = applyDelta(sides[to].runs, delta)
    }
    for (let step = 0; step < 40; step++) {
      const who = upTo(1) as 0 | 1
      const [me, other] = [sides[who], sides[who === 0 ? 1 : 0]]
      const kind = upTo(3)
      if (kind === 3) {
        deliver(who)
        continue
      }
      const length = charactersOf(me.runs).length
      const at = upTo(length)
      const letter = String.fromCodePoint(0x4e00 + seed * 40 + step)
      const keep = at > 0 ? [{ retain: at }] : []
      const isFormat = kind === 2 && at < length
      const change: TextDelta = isFormat
        ? [...keep, { retain: 1, attributes: { colour: upTo(1) === 0 ? 'accent' : 'ink' } }]
        : [...keep, { insert: letter }]
      if (!isFormat) typed.push(letter)
      me.runs = applyDelta(me.runs, change)
      other.inbox.push(me.link.made(change))
    }
    while (sides.some(({ inbox }) => inbox.length > 0)) {
      deliver(0)
      deliver(1)
    }
    expect(sides[0].runs, `seed ${seed}`).toEqual(sides[1].runs)
    expect([...charactersOf(sides[0].runs)].toSorted()).toEqual([...'牛肉面', ...typed].toSorted())
  }
})

test('a lost message is noticed', () => {
  const [one, other] = [createDeltaLink(true), createDeltaLink(false)]
  one.made([{ insert: 'lost' }])
  expect(other.arrived(one.made([{ insert: 'x' }]))).toBeUndefined()
})
