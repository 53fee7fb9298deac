import { Disclosure, DisclosureHead, Icon, Text, View } from '#components/primitives/index.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { SlotBox } from '../kit/slot-box.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import type { CollapsibleProps } from './definition.ts'
import './collapsible.css'

export function CollapsibleView({ props, slots, env }: BlockViewProps<CollapsibleProps>) {
  const { title, note, startsOpen, look } = props
  const onCanvas = env.mode === 'canvas'
  const head = (
    <>
      <EditableText
        prop="title"
        value={title}
        env={env}
        hint={env.language === 'en' ? 'More' : '更多'}
        whenEmpty="words"
        className="b-collapsible__title"
      />
      {note && <Text className="b-collapsible__note">{note}</Text>}
      <Icon name="chevron-down" className="b-collapsible__arrow" size={20} />
    </>
  )
  const content = (
    <SlotBox name="content" axis="vertical" env={env} className="b-collapsible__content">
      {slots.content}
    </SlotBox>
  )
  return (
    <View className={`b-collapsible b-collapsible--${look}`}>
      {/* There the title is typed: a space or a click in it must not fold the panel. */}
      {onCanvas ? (
        <View className="b-collapsible__panel b-collapsible__panel--open">
          <View className="b-collapsible__head">{head}</View>
          {content}
        </View>
      ) : (
        <Disclosure className="b-collapsible__panel" open={startsOpen}>
          <DisclosureHead className="b-collapsible__head">{head}</DisclosureHead>
          {content}
        </Disclosure>
      )}
    </View>
  )
}
