import { definitions, findDefinition } from '#components/definitions.ts'
import type { Blocks } from './blocks.ts'

/** Drawn by the platform on pages of its own; nobody places them. */
const notPlaceable: ReadonlySet<string> = new Set(['order-status'])

export const knownBlocks: Blocks = {
  find: findDefinition,
  palette: Object.values(definitions).filter(({ type }) => !notPlaceable.has(type)),
  nameOf: (type) => findDefinition(type)?.label ?? { en: type, 'zh-CN': type },
}
