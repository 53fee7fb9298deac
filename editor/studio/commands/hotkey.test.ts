import { describe, expect, test } from 'vitest'
import { matchesHotkey, reachOf, showHotkey, type Focused, type KeyPress } from './hotkey.ts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

/** An element of which these selectors' parts are true for it or what it stands in. */
const focusedIn = (...parts: string[]): Focused => ({
  closest: (selector) => (parts.some((part) => selector.split(', ').includes(part)) ? {} : null),
})

describe('a hotkey', () => {
  test('takes Control, and on a Mac Command', () => {
    expect(matchesHotkey('mod+z', press('z', { ctrlKey: true }), false)).toBe(true)
    expect(matchesHotkey('mod+z', press('z', { ctrlKey: true }), true)).toBe(false)
    expect(matchesHotkey('mod+z', press('z', { metaKey: true }), true)).toBe(true)
  })

  test('is not taken for one with more keys held', () => {
    expect(matchesHotkey('mod+z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false)
    expect(matchesHotkey('mod+shift+z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
    expect(matchesHotkey('delete', press('Delete', { ctrlKey: true }), false)).toBe(false)
    expect(matchesHotkey('up', press('ArrowUp', { altKey: true }), false)).toBe(false)
    expect(matchesHotkey('alt+up', press('ArrowUp', { altKey: true }), false)).toBe(true)
  })

  test('with a sign works on every keyboard layout', () => {
    expect(matchesHotkey('?', press('?', { shiftKey: true }), false)).toBe(true)
    expect(matchesHotkey('?', press('?'), false)).toBe(true)
  })

  test('is shown as people know it', () => {
    expect(showHotkey('mod+shift+z', false)).toBe('Ctrl+Shift+Z')
    expect(showHotkey('mod+shift+z', true)).toBe('⇧⌘Z')
    expect(showHotkey('alt+up', false)).toBe('Alt+↑')
  })
})

describe('shortcuts', () => {
  test('never fire while somebody types', () => {
    expect(reachOf(focusedIn('textarea'))).toBe('none')
    expect(reachOf(focusedIn('[contenteditable=true]'))).toBe('none')
    expect(reachOf(focusedIn('[role=spinbutton]', 'input'))).toBe('none')
  })

  test('leave an open dialog or menu alone', () => {
    expect(reachOf(focusedIn('[role=dialog]', 'button'))).toBe('none')
    expect(reachOf(focusedIn('[role=menu]'))).toBe('none')
  })

  test('leave a tree or a button its own keys', () => {
    expect(reachOf(focusedIn('[role=treegrid]'))).toBe('own-keys')
    expect(reachOf(focusedIn('button'))).toBe('own-keys')
  })

  test('reach everything on the canvas', () => {
    expect(reachOf(focusedIn())).toBe('all')
    expect(reachOf(null)).toBe('all')
  })
})
