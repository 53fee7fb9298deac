// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { onScreen } from '#editor/testing/on-screen.tsx'
import { CommandPalette } from '../command-palette/command-palette.tsx'
import { HelpDialog } from '../help-dialog.tsx'
import { commandContextOf } from '../session/use-commands.ts'
import { en } from '#editor/words/en.ts'
import { showHotkey } from './hotkey.ts'
import { ownKeys } from './own-keys.ts'
import { commands, insertCommands, pageCommands } from './registry.ts'

const heading = { type: 'heading', props: { text: 'One' } }

const named = (attribute: string) =>
  [...document.querySelectorAll(`[${attribute}]`)].map((element) => element.getAttribute(attribute))

test('the sheet of keys lists every command of the registry once, with its keys, and nothing else', async () => {
  using screen = await onScreen([heading], <HelpDialog />)
  await screen.act(() => screen.session.view.setState({ helpOpen: true }))
  expect(named('data-command').sort()).toEqual(commands.map(({ name }) => name).sort())
  for (const { name, hotkeys } of commands) {
    const keys = [...document.querySelectorAll(`[data-command="${name}"] kbd`)].map((key) => key.textContent)
    expect([name, keys]).toEqual([name, hotkeys.map((hotkey) => showHotkey(hotkey, false))])
  }
})

test('the sheet also lists the keys of carrying, typing, cropping and the tab bar', async () => {
  using screen = await onScreen([heading], <HelpDialog />)
  await screen.act(() => screen.session.view.setState({ helpOpen: true }))
  const acts = Object.entries(ownKeys).flatMap(([place, keys]) => Object.keys(keys).map((act) => `${place}-${act}`))
  expect(named('data-own-keys').sort()).toEqual(acts.sort())
  expect(document.querySelector('[data-own-keys="carry-putDown"]')?.textContent).toBe('Put it downEnterSpace')
  expect(document.querySelector('[data-own-keys="crop-zoomIn"]')?.textContent).toBe('Enlarge+=')
})

test('the search lists exactly what can be done now: of the registry, of the blocks, of the pages', async () => {
  using screen = await onScreen([heading], <CommandPalette />)
  const context = commandContextOf(screen.session, en)
  const possible = [...commands, ...insertCommands(context), ...pageCommands(context)]
    .filter((command) => command.name !== 'find-command' && command.isEnabled(context))
    .map(({ name }) => name)
  expect(possible).toEqual(
    expect.arrayContaining(['rename-page', 'add-page', 'toggle-preview', 'publish', 'open-theme']),
  )
  expect(named('data-command').sort()).toEqual(possible.sort())
})
