import { View } from '#components/primitives/index.ts'
import { colourCss } from '../kit/colour.ts'
import { EditableText } from '../kit/editable-text.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import type { DividerProps } from './definition.ts'
import './divider.css'

export function DividerView({ props, env }: BlockViewProps<DividerProps>) {
  const { words, line, width, room, colour } = props
  const stroke = (
    <View className={`b-divider__line b-divider__line--${line}`} ariaHidden style={{ color: colourCss(colour) }} />
  )
  return (
    <View
      className={`b-divider b-divider--${width} b-divider--room-${room}`}
      {...(words ? {} : { ariaRole: 'separator' })}
    >
      {stroke}
      <EditableText
        prop="words"
        value={words}
        env={env}
        hint={env.language === 'en' ? 'Words' : '文字'}
        whenEmpty="absent"
        className="b-divider__words"
      />
      {words && stroke}
    </View>
  )
}
