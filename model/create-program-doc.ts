import * as Y from 'yjs'
import type { PageId } from './ids.ts'
import { createNodes } from './operations/insert-node.ts'
import type { BlockFacts, Creation } from './operations/insert-node.ts'
import { evenOrderKeys } from './order-key.ts'
import type { ProgramSpec } from './program-spec.ts'
import { newId, secureRandom } from './random.ts'
import type { Random } from './random.ts'
import { metaOf, pageSlot, pagesOf, schemaVersion, themeOf } from './schema.ts'
import type { Language } from './schema.ts'

/**
 * A new document from a template. Made once, on the server: made by each client that opens an empty document, it would
 * end up in it twice.
 */
export function createProgramDoc(
  spec: ProgramSpec,
  options: { name: string; language: Language; random?: Random } & BlockFacts,
): Y.Doc {
  if (spec.pages.length === 0) throw new Error('A program needs at least one page')
  const { name, language, random = secureRandom } = options
  const doc = new Y.Doc()
  doc.transact(() => {
    metaOf(doc).set('schemaVersion', schemaVersion)
    metaOf(doc).set('name', name)
    metaOf(doc).set('language', language)
    for (const [choice, value] of Object.entries(spec.theme)) themeOf(doc).set(choice, value)
    const orders = evenOrderKeys(spec.pages.length)
    const ids = new Map(spec.pages.map((page) => [page.slug, newId<PageId>(random)]))
    if (ids.size < spec.pages.length) throw new Error('Two pages of the template have one slug')
    const pageIdOf = (slug: string) => {
      const id = ids.get(slug)
      if (!id) throw new Error(`The template links to a page "${slug}" that it does not have`)
      return id
    }
    const context: Creation = { doc, facts: options, random, language, pageIdOf, wrote: () => {} }
    for (const [at, page] of spec.pages.entries()) {
      const pageId = pageIdOf(page.slug)
      const tab = page.tab ? { label: page.tab.label[language], icon: page.tab.icon } : null
      pagesOf(doc).set(
        pageId,
        new Y.Map<unknown>(Object.entries({ title: page.title[language], slug: page.slug, order: orders[at], tab })),
      )
      const keys = evenOrderKeys(page.nodes.length)
      for (const [index, node] of page.nodes.entries()) {
        createNodes(context, node, { parentId: pageId, slot: pageSlot, key: keys[index]!, pageId })
      }
    }
  })
  return doc
}
