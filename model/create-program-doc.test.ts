import { expect, test } from 'vitest'
import { createProgramDoc } from './create-program-doc.ts'
import type { ProgramSpec } from './program-spec.ts'
import { openProgram } from './program.ts'

const both = (en: string, zh: string) => ({ en, 'zh-CN': zh })
const spec: ProgramSpec = {
  theme: { accent: '#c0392b' },
  pages: [
    {
      title: both('Home', '首页'),
      slug: '',
      tab: { label: both('Home', '首页'), icon: 'home' },
      nodes: [
        {
          type: 'heading',
          props: { text: { $text: both('Welcome', '欢迎光临') }, link: { kind: 'page', pageId: { $page: 'menu' } } },
        },
        { type: 'section', slots: { content: [{ type: 'text' }, { type: 'text' }] } },
      ],
    },
    { title: both('Menu', '菜单'), slug: 'menu', nodes: [{ type: 'menu' }] },
  ],
}

test('a template becomes a program in the language asked for', () => {
  const isSharedText = (type: string, prop: string) => type === 'heading' && prop === 'text'
  const program = openProgram(createProgramDoc(spec, { name: '老王面馆', language: 'zh-CN', isSharedText }))
  expect([program.name, program.language, program.theme]).toEqual(['老王面馆', 'zh-CN', { accent: '#c0392b' }])
  const [home, menu] = program.pages()
  expect(home).toMatchObject({ title: '首页', slug: '', isHome: true, tab: { label: '首页', icon: 'home' } })
  expect(menu).toMatchObject({ title: '菜单', slug: 'menu', isHome: false, tab: null })
  const [heading, section] = program.children(home!.id).map((id) => program.node(id)!)
  expect(heading!.props).toEqual({ text: '欢迎光临', link: { kind: 'page', pageId: menu!.id } })
  expect(program.text(heading!.id, 'text')?.toString()).toBe('欢迎光临')
  expect(program.children(section!.id, 'content')).toHaveLength(2)
  expect(program.repaired().size).toBe(0)
})

test('a template that contradicts itself is refused', () => {
  const options = { name: 'x', language: 'en' } as const
  expect(() => createProgramDoc({ theme: {}, pages: [] }, options)).toThrow('at least one page')
  expect(() => createProgramDoc({ theme: {}, pages: [spec.pages[0]!] }, options)).toThrow('"menu"')
  expect(() => createProgramDoc({ theme: {}, pages: [spec.pages[1]!, spec.pages[1]!] }, options)).toThrow('one slug')
})
