/**
 * What a block that is written in the editor says of itself. Read from its source without running it, so that servers and
 * the editor know its fields while its code runs nowhere but apart.
 */
import type { LocalText } from '#model/program-spec.ts'
import type { CodeCapability } from './code-capabilities.ts'
import { withCommonFields } from './common-fields.ts'
import { defineBlock, type BlockDefinition } from './define-block.ts'
import type { Fields } from './fields.ts'

export interface CodeBlockDefinition {
  readonly label: LocalText
  readonly description?: LocalText
  /** A name of the icon set. */
  readonly icon?: string
  readonly fields: Fields
  readonly capabilities: readonly CodeCapability[]
  /** Room that is kept free until it has drawn itself for the first time. */
  readonly heightPx?: number
}

/** A code block as it travels to whoever runs it: its definition and its code, compiled. */
export interface CompiledCodeBlock {
  readonly definition: CodeBlockDefinition
  /** Body of a CommonJS module: it is handed `exports` and `require`, and reaches nothing else. */
  readonly code: string
}

/** What whoever shows a code block needs of it. */
export interface ShownCodeBlock {
  readonly definition: Pick<CodeBlockDefinition, 'capabilities' | 'heightPx'>
  /** Undefined until it has arrived. */
  readonly code?: string | undefined
}

/**
 * The same as every other kind of block has it.
 * @throws naming block and field when the definition contradicts itself
 */
export function blockDefinitionOf(type: string, definition: CodeBlockDefinition): BlockDefinition {
  const { label, description = label, icon = 'code', fields, capabilities } = definition
  const block = defineBlock<BlockDefinition>({
    // What it is called in sentences; its type holds a colon, which no block of the library has.
    type: 'code-block',
    label,
    description,
    group: 'arrange',
    icon,
    version: 1,
    fields,
    slots: {},
    shopData: [],
    visitorData: [],
    needs: capabilities.includes('storage') ? ['storage'] : [],
    interactive: true,
    upgrades: {},
  })
  return withCommonFields({ ...block, type })
}
