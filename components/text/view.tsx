import { View } from '#components/primitives/index.ts'
import { colourCss } from '../kit/colour.ts'
import { EditableText } from '../kit/editable-text.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import type { TextProps } from './definition.ts'
import './text.css'

export function TextView({ props, env }: BlockViewProps<TextProps>) {
  const { text, size, align, colour } = props
  const hint = env.language === 'en' ? 'Write something' : '输入文字'
  if (!text && env.mode !== 'canvas') return null
  return (
    <View className={`b-text b-text--${size} b-text--${align}`} style={{ color: colourCss(colour) }}>
      <EditableText prop="text" value={text} env={env} hint={hint} className="b-text__text" />
    </View>
  )
}
