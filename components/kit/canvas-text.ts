import type { Field } from './fields.ts'

/** Texts typed on the canvas. */
export function isCanvasText(field: Field | undefined): boolean {
  return field?.kind === 'rich-text' || (field?.kind === 'text' && field.onCanvas === true)
}

/** Fields that hold words: stored as shared texts, so that what several people type in one merges by character. */
export function isSharedText(field: Field | undefined): boolean {
  return field?.kind === 'rich-text' || field?.kind === 'text'
}
