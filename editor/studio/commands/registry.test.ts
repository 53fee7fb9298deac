import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addPage } from '#model/index.ts'
import { en } from '#editor/words/en.ts'
import { zhCn } from '#editor/words/zh-cn.ts'
import { matchesHotkey, reachOf, type Focused } from './hotkey.ts'
import { commands, findCommand, insertCommands, pageCommands } from './registry.ts'
import { commandGroups } from './studio-command.ts'
import { testingContext } from './testing-context.ts'

test('no two commands share a name', () => {
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length)
})

test('no two commands share a key, on a Mac or elsewhere', () => {
  const pressOf = (hotkey: string, isMac: boolean) => {
    const parts = hotkey.split('+')
    const key = { up: 'ArrowUp', down: 'ArrowDown', left: 'ArrowLeft', right: 'ArrowRight' }[parts.at(-1)!]
    return {
      key: key ?? (parts.at(-1) || '+'),
      ctrlKey: parts.includes('mod') && !isMac,
      metaKey: parts.includes('mod') && isMac,
      shiftKey: parts.includes('shift'),
      altKey: parts.includes('alt'),
    }
  }
  const inList = commands.filter(({ reach }) => reach === 'page-list')
  const elsewhere = commands.filter(({ reach }) => reach !== 'page-list')
  const cases = [true, false].flatMap((isMac) => [inList, elsewhere].map((together) => ({ isMac, together })))
  for (const { isMac, together } of cases)
    for (const hotkey of together.flatMap(({ hotkeys }) => hotkeys)) {
      const press = pressOf(hotkey, isMac)
      const answering = together.filter(({ hotkeys }) => hotkeys.some((one) => matchesHotkey(one, press, isMac)))
      expect([hotkey, answering.map(({ name }) => name)]).toEqual([hotkey, [expect.any(String)]])
    }
})

test('every command, also those that a program gives rise to, has a name in both languages and a group on the sheet of keys', () => {
  const context = testingContext()
  addPage(context.program, { title: 'Menu' })
  const all = [...commands, ...insertCommands(context), ...pageCommands(context)]
  expect(all.length).toBeGreaterThan(commands.length + 10)
  for (const { name, label, group } of all) {
    const [english, chinese] = [label(en), label(zhCn)]
    expect([name, english, chinese]).not.toContain('')
    expect([name, english === chinese]).toEqual([name, false])
    expect(commandGroups).toContain(group)
  }
})

test('no button and no menu has keys of its own: they come from a command, or from what is done where they stand', () => {
  const root = join(import.meta.dirname, '..', '..')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.tsx$/.test(file),
  )
  const literal = /(?<![-\w])(?:keys|hotkeys|aria-keyshortcuts)[=:]\s*\{?\s*["'`]/
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((file) => literal.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
})

test('whatever is pressed, nothing happens where somebody types', () => {
  const keys = fc.oneof(
    fc.constantFrom(...commands.flatMap(({ hotkeys }) => hotkeys).map((hotkey) => hotkey.split('+').at(-1)!)),
    fc.string({ minLength: 1, maxLength: 1 }),
  )
  const press = fc.record({
    key: keys,
    ctrlKey: fc.boolean(),
    metaKey: fc.boolean(),
    shiftKey: fc.boolean(),
    altKey: fc.boolean(),
  })
  const context = testingContext()
  const typable = [
    'textarea',
    'input',
    '[contenteditable=true]',
    '[role=combobox]',
    '[role=searchbox]',
    '[role=dialog]',
  ]
  const focused = fc.constantFrom(...typable).map((kind): Focused => ({
    closest: (selector) => (selector.split(', ').some((part) => part.startsWith(kind)) ? {} : null),
  }))
  fc.assert(
    fc.property(press, focused, fc.boolean(), (keyPress, where, isMac) => {
      expect(findCommand(keyPress, reachOf(where), isMac, context)).toBeUndefined()
    }),
    { numRuns: 2000 },
  )
})

describe('steps of undo', () => {
  /** Every name that some code of the editor gives a step. */
  const names = () => {
    const root = join(import.meta.dirname, '..', '..')
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
    )
    return files.flatMap((file) => {
      const source = readFileSync(join(root, file), 'utf8')
      const given = [
        ...source.matchAll(/\bedit\(\s*([^,()=]*?'[^,()]*?),/g),
        ...source.matchAll(/by: 'command',\s*name: ([^,}]+)/g),
      ]
      return given.flatMap(([, first]) =>
        [...(first ?? '').matchAll(/'([a-z][a-z-]+)'(?! in\b)/g)].map(([, name]) => `${name}`),
      )
    })
  }

  test('have words in both languages, whoever makes them', () => {
    const used = [...new Set(names())]
    expect(used).toEqual(expect.arrayContaining(['type-text', 'delete-selection', 'hide', 'show', 'change-theme']))
    expect(used.filter((name) => !(name in en.history.steps))).toEqual([])
    expect(Object.keys(zhCn.history.steps).sort()).toEqual(Object.keys(en.history.steps).sort())
  })
})
