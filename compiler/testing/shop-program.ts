/** A small program of real blocks, for tests that render pages. */
import type { CompiledProgram } from '#model/compiled-program.ts'
import { createProgramDoc, openProgram } from '#model/index.ts'
import type { NodeSpec, ProgramSpec } from '#model/program-spec.ts'
import { seededRandom } from '#model/testing/peers.ts'
import { compileProgram } from '../compile-program.ts'

const both = (text: string) => ({ en: text, 'zh-CN': text })

/** Pages by slug, of which the first is the home page; `menu` stands in the tab bar. */
export function shopProgram(pages: { readonly [slug: string]: readonly NodeSpec[] }): CompiledProgram {
  const spec: ProgramSpec = {
    theme: { accent: '#c2410c', ground: '#faf6f0', radiusPx: 14 },
    pages: Object.entries(pages).map(([slug, nodes]) => ({
      title: both(slug === '' ? 'Home' : slug),
      slug,
      nodes,
      ...(slug === 'menu' ? { tab: { label: both('Menu'), icon: 'utensils' } } : {}),
    })),
  }
  const doc = createProgramDoc(spec, {
    name: 'Old Street Noodles',
    language: 'en',
    random: seededRandom(1),
    isSharedText: () => false,
  })
  return compileProgram(openProgram(doc))
}
