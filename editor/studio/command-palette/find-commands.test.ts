import { expect, test } from 'vitest'
import { en } from '#editor/words/en.ts'
import { zhCn } from '#editor/words/zh-cn.ts'
import { insertCommands } from '../commands/registry.ts'
import type { StudioCommand } from '../commands/studio-command.ts'
import { testingContext } from '../commands/testing-context.ts'
import { findable, findCommands, type FindableCommand } from './find-commands.ts'

const all: readonly FindableCommand[] = [
  ['Move up', '上移'],
  ['Duplicate', '复制一份'],
  ['Insert Notice', '添加公告'],
  ['Switch light and dark', '切换浅色与深色'],
  ['Undo', '撤销'],
].map(([label = '', chinese = '']) => ({
  command: { name: label } as StudioCommand,
  label,
  names: [label, chinese],
  group: 'edit',
}))

const found = (search: string) => findCommands(all, search).map(({ label }) => label)

test('the best is first: a beginning, then the beginning of a word, then anywhere', () => {
  expect(found('d')).toEqual(['Duplicate', 'Switch light and dark', 'Undo'])
})

test('words may come in any order, and letters may be left out', () => {
  expect(found('dark light')).toEqual(['Switch light and dark'])
  expect(found('insnot')).toEqual(['Insert Notice'])
  expect(found('mvup')).toEqual(['Move up'])
})

test('the other language’s word finds it as well', () => {
  expect(found('撤销')).toEqual(['Undo'])
  expect(found('深色')).toEqual(['Switch light and dark'])
})

test('what is not there is not found; without a search everything is', () => {
  expect(found('zebra')).toEqual([])
  expect(found('  ')).toHaveLength(all.length)
})

test('what is inserted is found by other words for it, in the person’s language and in others', () => {
  const named = insertCommands(testingContext()).map((command) => findable(command, command.label(en), [en, zhCn]))
  for (const search of ['插入公告', '新增公告', '添加公告', 'add notice', 'insert notice'])
    expect([search, findCommands(named, search)[0]?.label]).toEqual([search, 'Insert Notice'])
})
