import { Text } from '#components/primitives/index.ts'
import './boxes.css'
import type { BlockEnv } from './view.ts'

/**
 * A text that can be typed in place on the canvas. The frame finds it by its mark. While it is empty the canvas shows a
 * hint in its place, and a running program nothing at all, unless `whenEmpty` says otherwise.
 */
export function EditableText(props: {
  readonly prop: string
  readonly value: string
  readonly env: BlockEnv
  /** Shown on the canvas while the text is empty, in the program's language. */
  readonly hint: string
  readonly className?: string
  /**
   * `absent`: takes no room on the canvas either, for a text that most do without; it is filled in the inspector.
   * `words`: the hint is a default that running programs show too.
   */
  readonly whenEmpty?: 'hint' | 'absent' | 'words'
  /** Makes it a heading of this level. */
  readonly headingLevel?: number
}) {
  const { prop, value, env, hint, whenEmpty = 'hint', className, headingLevel } = props
  const onCanvas = env.mode === 'canvas'
  if (value === '' && !onCanvas && whenEmpty !== 'words') return null
  const marks = onCanvas ? { 'data-edit': prop, 'data-hint': hint } : {}
  const heading = headingLevel ? { ariaRole: 'heading', ariaLevel: headingLevel } : {}
  return (
    <Text
      {...marks}
      {...heading}
      className={`sw-editable sw-editable--${whenEmpty}${className ? ` ${className}` : ''}`}
    >
      {onCanvas || whenEmpty !== 'words' ? value : value || hint}
    </Text>
  )
}
