import type { BlockDefinition } from '#components/kit/define-block.ts'
import type { LocalText } from '#model/program-spec.ts'

/** The blocks this editor knows. */
export interface Blocks {
  find(type: string): BlockDefinition | undefined
  /** What people may place, in the palette's order. */
  readonly palette: readonly BlockDefinition[]
  /** Its name for people; an unknown block's type stands for itself. */
  nameOf(type: string): LocalText
}
