import type { BlockDefinition } from './define-block.ts'
import type { Fields } from './fields.ts'

/** Fields that every block has. Their defaults leave a block as it looks by itself, so old documents stay as they are. */
export const commonFields = {
  spacing: {
    kind: 'spacing',
    label: { en: 'Space around', 'zh-CN': '外间距' },
    default: '',
    group: 'layout',
  },
} as const satisfies Fields

/** A block as the product knows it: its own fields first. The runtime draws the common ones, no view needs to. */
export function withCommonFields(definition: BlockDefinition): BlockDefinition {
  return { ...definition, fields: { ...definition.fields, ...commonFields } }
}
