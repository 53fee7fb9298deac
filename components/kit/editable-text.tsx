import { Text } from '#components/primitives/index.ts'
import './boxes.css'
import type { BlockEnv } from './view.ts'

/**
 * A text that can be typed in place on the canvas. The frame finds it by its mark; while empty, it shows a hint there
 * and nothing at all in a running program.
 */
export function EditableText(props: {
  readonly prop: string
  readonly value: string
  readonly env: BlockEnv
  /** Shown on the canvas while the text is empty, in the program's language. */
  readonly hint: string
  readonly className?: string
  /** Makes it a heading of this level. */
  readonly headingLevel?: number
}) {
  const { prop, value, env, hint, className, headingLevel } = props
  if (value === '' && env.mode !== 'canvas') return null
  const marks = env.mode === 'canvas' ? { 'data-edit': prop, 'data-hint': hint } : {}
  const heading = headingLevel ? { ariaRole: 'heading', ariaLevel: headingLevel } : {}
  return (
    <Text {...marks} {...heading} className={className ? `sw-editable ${className}` : 'sw-editable'}>
      {value}
    </Text>
  )
}
