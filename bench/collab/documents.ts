/** Documents of given sizes, as the studio would have made them. */
import * as Y from 'yjs'
import { createProgramDoc } from '#model/index.ts'
import { blockFacts, sectionsOf } from '../editor/fill-program.ts'

/** @returns a program of one page with so many blocks, as one update */
export function programOf(blocks: number): Uint8Array {
  const spec = {
    theme: {},
    pages: [{ title: { en: 'Home', 'zh-CN': '首页' }, slug: '', nodes: sectionsOf(blocks) }],
  }
  return Y.encodeStateAsUpdate(createProgramDoc(spec, { name: 'Bench', language: 'en', ...blockFacts }))
}
