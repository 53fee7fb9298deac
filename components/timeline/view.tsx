import { Text, View } from '#components/primitives/index.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { PictureBox } from '../kit/picture-box.tsx'
import { EmptyBox } from '../kit/state-boxes.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import type { TimelineProps } from './definition.ts'
import './timeline.css'

const words = {
  en: { title: 'Title (optional)', empty: 'Add points in the panel', what: 'What happens' },
  'zh-CN': { title: '标题（可不填）', empty: '在属性里添加节点', what: '请填写事件' },
}

export function TimelineView({ props, env }: BlockViewProps<TimelineProps>) {
  const { title, marks } = props
  const own = wordsFor(env.language, words)
  const onCanvas = env.mode === 'canvas'
  const items = onCanvas ? props.items : props.items.filter((item) => item.title.trim())
  if (items.length === 0 && !onCanvas) return null
  return (
    <View className="b-timeline">
      <EditableText
        prop="title"
        value={title}
        env={env}
        hint={own.title}
        whenEmpty="absent"
        className="b-timeline__title"
        headingLevel={2}
      />
      {items.length === 0 && <EmptyBox icon="timeline" text={own.empty} />}
      {items.length > 0 && (
        <View className={`b-timeline__items b-timeline__items--${marks}`} ariaRole="list">
          {items.map(({ when, title: what, text, picture, isNow }, index) => (
            <View
              key={index}
              className={isNow ? 'b-timeline__item b-timeline__item--now' : 'b-timeline__item'}
              ariaRole="listitem"
              ariaCurrent={isNow ? 'step' : undefined}
            >
              <View className="b-timeline__mark">{marks === 'numbers' && <Text>{`${index + 1}`}</Text>}</View>
              <View className="b-timeline__words">
                {when && <Text className="b-timeline__when">{when}</Text>}
                <Text className="b-timeline__what">{what || own.what}</Text>
                {text && <Text className="b-timeline__text">{text}</Text>}
                {picture && (
                  <View className="b-timeline__picture">
                    <PictureBox picture={picture} sizes="80vw" ratio="16 / 9" emptyText="" />
                  </View>
                )}
              </View>
            </View>
          ))}
        </View>
      )}
    </View>
  )
}
