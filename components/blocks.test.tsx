/** What holds for every block, whoever wrote it. Each block's own rules are tested in its folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '#model/json.ts'
import type { PageId } from '#model/ids.ts'
import { resolveSpecValue } from '#model/spec-value.ts'
import { definitions } from './definitions.ts'
import { parseProps } from './kit/parse-props.ts'
import type { BlockStates } from './kit/stories/block-state.ts'
import { StateView } from './kit/stories/state-view.tsx'
import { coreIcons } from './primitives/core-icons.ts'
import { isIconName } from './primitives/icon-paths.ts'
import { findView } from './views.ts'

const root = import.meta.dirname
const modules = import.meta.glob<{ states: BlockStates }>('./*/states.ts', { eager: true })
const statesOf = (type: string) => modules[`./${type}/states.ts`]?.states ?? {}
const languages = ['zh-CN', 'en'] as const
const read = (type: string, file: string) => readFileSync(path.join(root, type, file), 'utf8')

const importLine = /^(?:import|export) (?:(?:type )?(?:\w+|\{[^}]*\}|\* as \w+)(?:, \{[^}]*\})? from )?'([^']+)'/gm

test('every folder with a definition is a known block with a view', () => {
  const folders = readdirSync(root).filter((folder) => existsSync(path.join(root, folder, 'definition.ts')))
  expect(Object.keys(definitions).toSorted()).toEqual(folders.toSorted())
  for (const type of folders) expect(findView(type), type).toBeTypeOf('function')
})

test('a type that nobody knows has neither, whatever it is called', () => {
  for (const type of ['gone', 'constructor', '__proto__']) expect(findView(type), type).toBeUndefined()
})

describe.each(Object.values(definitions))('$type', (definition) => {
  const { type, fields, slots } = definition
  const states = statesOf(type)

  test('says what it is in both languages', () => {
    const labels = [definition, ...Object.values(fields), ...Object.values(slots)].map((each) => each.label)
    for (const label of [...labels, definition.description])
      for (const language of languages) expect(label[language], JSON.stringify(label)).toMatch(/\S/)
    expect(isIconName(definition.icon), definition.icon).toBe(true)
  })

  test('starts with properties that fit its fields', () => {
    for (const language of languages) {
      const context = { language, pageIdOf: () => 'page' as PageId }
      const starter = resolveSpecValue(definition.starter ?? {}, context) as JsonObject
      expect(parseProps(fields, starter).problems).toEqual([])
    }
  })

  test('has a story for every state', () => {
    const shown = [...read(type, 'view.stories.tsx').matchAll(/\bstory\('(\w+)'/g)].map((match) => match[1])
    expect(Object.keys(states).length).toBeGreaterThan(0)
    expect(shown.toSorted()).toEqual(Object.keys(states).toSorted())
  })

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

  if (definition.interactive) {
    test('presses nothing but icons that every published page has', () => {
      const known: readonly string[] = Object.values(coreIcons)
      for (const state of Object.values(states)) {
        const html = renderToString(<StateView type={type} state={state} language="en" />)
        for (const [, d] of html.matchAll(/<path d="([^"]*)"/g)) expect(known).toContain(d)
        expect(html).not.toContain('<path>')
      }
      // Also in what only opens later.
      const files = readdirSync(path.join(root, type)).filter((file) => file.endsWith('.tsx'))
      for (const file of files)
        for (const [, name] of read(type, file).matchAll(/(?:<Icon[^>]*\sname|\sicon)="([^"]+)"/g))
          expect(Object.keys(coreIcons), file).toContain(name)
    })
  }

  test('marks the texts and slots that the canvas edits', () => {
    const best = Object.values(states)[0] ?? {}
    const state = { ...best, env: { ...best.env, mode: 'canvas' as const } }
    const html = renderToString(<StateView type={type} state={state} language="en" />)
    const texts = Object.entries(fields).filter(([, field]) => field.kind === 'text' && field.onCanvas)
    for (const [name] of texts) expect(html).toContain(`data-edit="${name}"`)
    const shown = [...html.matchAll(/data-slot="(\w+)"/g)].map((match) => match[1])
    expect(Object.keys(slots)).toEqual(expect.arrayContaining(shown))
    expect(shown.length > 0).toBe(Object.keys(slots).length > 0)
  })

  test('styles nothing but its own classes', () => {
    const css = read(type, `${type}.css`).replaceAll(/\/\*[\s\S]*?\*\//g, '')
    const selectors = [...css.matchAll(/(?:^|[{};])\s*([^@{};]+)\{/g)]
      .flatMap((match) => (match[1] ?? '').split(','))
      .map((selector) => selector.trim())
      .filter((selector) => selector !== '' && !/^(from|to|\d+%)$/.test(selector))
    for (const selector of selectors) {
      expect(selector, 'begins with its own class').toMatch(new RegExp(`^\\.b-${type}(__|--|\\b)`))
      expect(selector, 'no tags and nothing that native style sheets lack').not.toMatch(/:has|:is|\*$|(^|[\s>+~])[a-z]/)
    }
  })

  test('draws with the primitives, the kit and the model alone', () => {
    const files = readdirSync(path.join(root, type)).filter((file) => /^(?!.*\.(test|stories)\.).*\.tsx?$/.test(file))
    const allowed = /^(react|#model\/.*|#components\/primitives\/index\.ts|\.\.\/kit\/(?!stories\/).*|\.\/.*)$/
    for (const file of files.filter((each) => each !== 'states.ts' && !each.startsWith('sample-')))
      for (const [, from] of read(type, file).matchAll(importLine)) expect(from, file).toMatch(allowed)
  })
})
