import { View } from '#components/primitives/index.ts'
import type { ViewPropsOf } from '../kit/define-block.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { GroundBox } from '../kit/ground-box.tsx'
import { SlotBox } from '../kit/slot-box.tsx'
import type { section } from './definition.ts'
import './section.css'

export function SectionView({ props, slots, env }: ViewPropsOf<typeof section>) {
  const { title, background, shape, padding } = props
  const hint = env.language === 'en' ? 'Title (optional)' : '标题（可不填）'
  return (
    <View className={`b-section b-section--${shape}`}>
      <GroundBox
        colour={background || (shape === 'card' ? 'theme:card' : '')}
        className={`b-section__ground b-section__ground--${padding}`}
      >
        <EditableText
          prop="title"
          value={title}
          env={env}
          hint={hint}
          whenEmpty="absent"
          className="b-section__title"
          headingLevel={2}
        />
        <SlotBox name="content" axis="vertical" env={env} className="b-section__content">
          {slots.content}
        </SlotBox>
      </GroundBox>
    </View>
  )
}
