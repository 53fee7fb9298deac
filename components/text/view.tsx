import { View } from '#components/primitives/index.ts'
import type { ViewPropsOf } from '../kit/define-block.ts'
import { colourCss } from '../kit/colour.ts'
import { isBlankText } from '../kit/rich-text.ts'
import { RichTextView } from '../kit/rich-text-view.tsx'
import type { text } from './definition.ts'
import './text.css'

export function TextView({ props, host, env }: ViewPropsOf<typeof text>) {
  const { text, size, align, colour } = props
  const hint = env.language === 'en' ? 'Write something' : '输入文字'
  if (isBlankText(text) && env.mode !== 'canvas') return null
  return (
    <View className={`b-text b-text--${size} b-text--${align}`} style={{ color: colourCss(colour) }}>
      <RichTextView prop="text" value={text} host={host} env={env} hint={hint} className="b-text__text" />
    </View>
  )
}
