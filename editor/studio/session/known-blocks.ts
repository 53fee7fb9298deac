import { definitions, findDefinition } from '#components/definitions.ts'
import { instanceType } from '#model/section-instance.ts'
import { sections as en } from '#editor/words/sections.en.ts'
import { sections as zhCn } from '#editor/words/sections.zh-cn.ts'
import type { Blocks } from './blocks.ts'

/** Drawn by the platform on pages of its own; nobody places them. */
const notPlaceable: ReadonlySet<string> = new Set(['order-status'])

const placedSection = { en: en.linked, 'zh-CN': zhCn.linked }

export const knownBlocks: Blocks = {
  find: findDefinition,
  palette: Object.values(definitions).filter(({ type }) => !notPlaceable.has(type)),
  nameOf: (type) =>
    (type === instanceType ? placedSection : undefined) ?? findDefinition(type)?.label ?? { en: type, 'zh-CN': type },
}
