import { expect, test } from 'vitest'
import { compileProgram } from '#compiler/index.ts'
import { addPageWith, createProgramDoc, openProgram, type NodeId } from '#model/index.ts'
import { pageTemplates } from '#templates/pages/index.ts'
import { blockFactsOf, isSharedText } from '../session/block-facts.ts'
import { knownBlocks } from '../session/known-blocks.ts'
import { withAllTexts } from './page-specs.ts'

const start = (language: 'en' | 'zh-CN') =>
  openProgram(
    createProgramDoc(
      { theme: {}, pages: [{ title: { en: 'Home', 'zh-CN': '首页' }, slug: '', nodes: [] }] },
      { name: 'Shop', language },
    ),
  )

for (const template of pageTemplates)
  test(`the page "${template.id}" compiles without problems in both languages, and every text in it can be typed in`, () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const program = start(language)
      const id = addPageWith(
        program,
        { title: template.title[language], slug: template.slug, nodes: withAllTexts(knownBlocks, template.nodes) },
        blockFactsOf(knownBlocks),
      )
      const compiled = compileProgram(program)
      expect(compiled.problems).toEqual([])
      const page = compiled.pages.find((each) => each.id === id)!
      expect(page).toMatchObject({ slug: template.slug, title: template.title[language] })
      expect(page.root).toHaveLength(template.nodes.length)
      for (const node of Object.values(page.nodes)) {
        const definition = knownBlocks.find(node.type)
        for (const prop of Object.keys(definition?.fields ?? {}))
          if (isSharedText(definition, prop))
            expect(program.text(node.id as NodeId, prop), `${node.type}.${prop}`).toBeDefined()
      }
      program.destroy()
    }
  })

test('no two page templates share an id, a name or an address', () => {
  for (const of of [
    (template: (typeof pageTemplates)[number]) => template.id,
    (template: (typeof pageTemplates)[number]) => template.title.en,
    (template: (typeof pageTemplates)[number]) => template.title['zh-CN'],
    (template: (typeof pageTemplates)[number]) => template.slug,
  ])
    expect(new Set(pageTemplates.map(of)).size).toBe(pageTemplates.length)
})
