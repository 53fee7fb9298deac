/** What drawing tells of every block, whoever wrote it. What its folder tells: `checks/block-faults.ts`; its own rules: its folder. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { definitions } from './definitions.ts'
import { isCanvasText } from './kit/canvas-text.ts'
import type { BlockStates } from './kit/stories/block-state.ts'
import { allStates } from './kit/stories/derived-states.ts'
import { StateView } from './kit/stories/state-view.tsx'
import { iconPaths, isIconName } from './primitives/icon-paths.ts'
import { findView } from './views.ts'

const root = import.meta.dirname
const modules = import.meta.glob<{ states: BlockStates }>('./*/states.ts', { eager: true })
const statesOf = (type: string) => modules[`./${type}/states.ts`]?.states ?? {}
const languages = ['zh-CN', 'en'] as const
const read = (type: string, file: string) => readFileSync(path.join(root, type, file), 'utf8')

test('a type that nobody knows has neither, whatever it is called', () => {
  for (const type of ['gone', 'constructor', '__proto__']) expect(findView(type), type).toBeUndefined()
})

describe.each(Object.values(definitions))('$type', (definition) => {
  const { type, fields, slots } = definition
  const states = allStates(definition, statesOf(type))

  test.each(Object.keys(states))('draws its state "%s" in both languages, running and on the canvas', (name) => {
    for (const language of languages)
      for (const mode of ['live', 'preview', 'canvas'] as const) {
        const state = { ...states[name], env: { ...states[name]?.env, mode } }
        const html = renderToString(<StateView type={type} state={state} language={language} />)
        expect(html, `${language} ${mode}`).not.toMatch(/undefined|NaN|\[object /)
        // On the canvas a press selects: nothing may lead away.
        if (mode === 'canvas') expect(html).not.toContain('<a ')
      }
  })

  test('names icons that there are, where they are used, so that each comes with the code that draws it', () => {
    const known: readonly string[] = Object.values(iconPaths)
    for (const state of Object.values(states)) {
      const html = renderToString(<StateView type={type} state={state} language="en" />)
      for (const [, d] of html.matchAll(/<path d="([^"]*)"/g)) expect(known).toContain(d)
      expect(html).not.toContain('<path>')
    }
    const files = readdirSync(path.join(root, type)).filter((file) => /^(?!.*\.(test|stories)\.).*\.tsx$/.test(file))
    for (const file of files)
      for (const [icon] of read(type, file).matchAll(/<Icon\b[^>]*>/g)) {
        const [, name = ''] = /\sname=("[^"]*"|\{[^}]*\})/.exec(icon) ?? []
        const named = [...name.matchAll(/["']([^"']+)["']/g)].map((match) => match[1])
        // What a merchant chose comes with the page.
        if (!/^\{(\w+\.)?icon\}$/.test(name))
          expect(
            named.filter((each) => isIconName(each!)),
            `${file} ${icon}`,
          ).not.toEqual([])
      }
  })

  test('marks the texts and slots that the canvas edits', () => {
    const best = Object.values(states)[0] ?? {}
    const state = { ...best, env: { ...best.env, mode: 'canvas' as const } }
    const html = renderToString(<StateView type={type} state={state} language="en" />)
    const texts = Object.entries(fields).filter(([, field]) => isCanvasText(field))
    // Not all at once: an invitation gives way to the card.
    const inAnyState = Object.values(states).map((each) =>
      renderToString(<StateView type={type} state={{ ...each, env: { ...each.env, mode: 'canvas' } }} language="en" />),
    )
    for (const [name] of texts) expect(inAnyState.join('')).toContain(`data-edit="${name}"`)
    const shown = [...html.matchAll(/data-slot="(\w+)"/g)].map((match) => match[1])
    expect(Object.keys(slots)).toEqual(expect.arrayContaining(shown))
    expect(shown.length > 0).toBe(Object.keys(slots).length > 0)
  })
})
