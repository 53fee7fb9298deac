import { expect, test } from 'vitest'
import { mentionAt, mentionsIn, runsOf, suggestPeople, withMention } from './mention-text.ts'

const ann = { id: '1', name: 'Ann' }
const annLee = { id: '2', name: 'Ann Lee' }
const bo = { id: '3', name: 'Bo' }
const wang = { id: '4', name: '王芳' }
const otherBo = { id: '5', name: 'Bo' }
const people = [ann, annLee, bo, wang]
const names = (typed: string) => suggestPeople(people, typed).map(({ name }) => name)

test('a name is typed from the sign to the caret, not in an address and not on the next line', () => {
  expect(mentionAt('Hi @an', 6)).toEqual({ start: 3, typed: 'an' })
  expect(mentionAt('请@王', 3)).toEqual({ start: 1, typed: '王' })
  expect(mentionAt('请＠', 2)).toEqual({ start: 1, typed: '' })
  expect(mentionAt('ann@example', 11)).toBeUndefined()
  expect(mentionAt('@an\nso', 6)).toBeUndefined()
  expect(mentionAt('Hi', 2)).toBeUndefined()
})

test('beginnings first, then words inside; all of them for the bare sign; none once the name is complete', () => {
  expect(names('an')).toEqual(['Ann', 'Ann Lee'])
  expect(names('lee')).toEqual(['Ann Lee'])
  expect(names('王')).toEqual(['王芳'])
  expect(names('')).toHaveLength(4)
  expect(names('bo ')).toEqual([])
  expect(names('zebra')).toEqual([])
})

test('the name takes the place of what was typed of it', () => {
  expect(withMention('Hi @an, look', { start: 3, typed: 'an' }, 'Ann')).toEqual({ text: 'Hi @Ann , look', caret: 8 })
  expect(withMention('@b', { start: 0, typed: 'b' }, 'Bo')).toEqual({ text: '@Bo ', caret: 4 })
})

test('the longest name counts, a longer word is none', () => {
  expect(runsOf('@Ann Lee and @Anna, @bo!', people)).toEqual([
    { text: '@Ann Lee', person: annLee },
    { text: ' and @Anna, ' },
    { text: '@bo', person: bo },
    { text: '!' },
  ])
  expect(runsOf('请@王芳看一下', people).map(({ text }) => text)).toEqual(['请', '@王芳', '看一下'])
  expect(runsOf('ann@Bo', people)).toEqual([{ text: 'ann@Bo' }])
})

test('of two people with one name those taken from the list are meant, else both', () => {
  const two = [...people, otherBo]
  expect(mentionsIn('@Bo', two, new Set(['5']))).toEqual(['5'])
  expect(mentionsIn('@Bo', two, new Set())).toEqual(['3', '5'])
  expect(mentionsIn('nobody', two, new Set(['5']))).toEqual([])
})
