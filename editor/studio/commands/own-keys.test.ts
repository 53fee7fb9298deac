import { expect, test } from 'vitest'
import { keyAction } from '#runtime/rich-text/key-action.ts'
import { pressCrop } from '../pictures/crop-steps.ts'
import { commands } from './registry.ts'
import { ownKeys } from './own-keys.ts'

const keyOf = (hotkey: string) => {
  const name = hotkey.split('+').at(-1) || '+'
  return { up: 'ArrowUp', down: 'ArrowDown', left: 'ArrowLeft', right: 'ArrowRight' }[name] ?? name
}

test('keys listed for cropping change the crop, and differently', () => {
  const crop = { x: 0.5, y: 0.5, zoom: 2 }
  const after = Object.entries(ownKeys.crop).map(([act, hotkeys]) => {
    const press = (hotkey: string) =>
      pressCrop(crop, { key: keyOf(hotkey), shiftKey: hotkey.startsWith('shift+') }, { picture: 2, box: 1 })
    for (const hotkey of hotkeys) expect(press(hotkey), `${act}: ${hotkey}`).not.toEqual(crop)
    return JSON.stringify(press(hotkeys[0]))
  })
  expect(after).not.toContain(undefined)
  expect(new Set(after).size).toBe(after.length)
})

test('keys listed for formatting are the ones that a text on the canvas answers', () => {
  const press = (hotkey: string) =>
    keyAction({
      key: keyOf(hotkey),
      ctrlKey: hotkey.includes('mod'),
      metaKey: false,
      altKey: false,
      shiftKey: hotkey.includes('shift'),
    } as KeyboardEvent)
  const { bold, italic, link, undo, redo } = ownKeys.text
  expect(bold.map(press)).toEqual([{ kind: 'toggle', mark: 'bold' }])
  expect(italic.map(press)).toEqual([{ kind: 'toggle', mark: 'italic' }])
  expect(link.map(press)).toEqual(['link'])
  expect(undo.map(press)).toEqual(['undo'])
  expect(redo.map(press)).toEqual(['redo', 'redo'])
})

test('undo and redo have the same keys in a text as elsewhere', () => {
  const hotkeysOf = (name: string) => commands.find((command) => command.name === name)?.hotkeys
  expect(hotkeysOf('undo')).toEqual(ownKeys.text.undo)
  expect(hotkeysOf('redo')).toEqual(ownKeys.text.redo)
})
