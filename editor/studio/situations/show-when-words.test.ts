import { expect, test } from 'vitest'
import type { ShowWhen } from '#model/show-when.ts'
import { situations as en } from '#editor/words/situations.en.ts'
import { situations as zh } from '#editor/words/situations.zh-cn.ts'
import { conditionsInShort, showWhenSentence, type Telling } from './show-when-words.ts'

const nowMs = Date.parse('2026-10-14T11:20:00+08:00')
const facts = { nowMs, isOpen: false, isMember: false }
const inEnglish: Telling = { words: en, timeZone: 'Asia/Shanghai', language: 'en' }
const inChinese: Telling = { words: zh, timeZone: 'Asia/Shanghai', language: 'zh-CN' }
const lunch: ShowWhen = {
  fromMs: Date.parse('2026-10-14T11:00:00+08:00'),
  untilMs: Date.parse('2026-10-15T14:00:00+08:00'),
}

test('what is set, in short and by the shop’s clock', () => {
  expect(conditionsInShort(lunch, inEnglish, nowMs)).toBe('From 11:00 · Until tomorrow 14:00')
  expect(conditionsInShort({ audience: 'members', hours: 'open' }, inChinese, nowMs)).toBe('仅营业时 · 仅会员')
  expect(conditionsInShort({ ...lunch, hidden: true }, inEnglish, nowMs)).toBe('Hidden')
})

test('one sentence for all of it, and whether it is seen now', () => {
  expect(showWhenSentence(undefined, inEnglish, facts)).toBe('Customers always see it.')
  expect(showWhenSentence(lunch, inEnglish, facts)).toBe('Shown from 11:00, until tomorrow 14:00. Shown now.')
  expect(showWhenSentence({ ...lunch, hours: 'open' }, inEnglish, facts)).toBe(
    'Shown from 11:00, until tomorrow 14:00, only while you are open. Not shown now.',
  )
  expect(showWhenSentence({ audience: 'members' }, inChinese, facts)).toBe('仅对会员显示。此刻不显示。')
  expect(showWhenSentence({ fromMs: 2, untilMs: 1 }, inEnglish, facts)).toBe(en.endsBeforeItBegins)
})
