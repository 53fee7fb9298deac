import { Disclosure, DisclosureHead, Text, View } from '#components/primitives/index.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { EmptyBox } from '../kit/state-boxes.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import type { FaqProps } from './definition.ts'
import './faq.css'

const words = {
  en: { title: 'Title (optional)', empty: 'Add questions in the panel', question: 'Your question' },
  'zh-CN': { title: '标题（可不填）', empty: '在属性里添加问题', question: '请填写问题' },
}

export function FaqView({ nodeId, props, env }: BlockViewProps<FaqProps>) {
  const { title, firstOpen, oneAtATime, look } = props
  const { title: titleHint, empty, question: noQuestion } = wordsFor(env.language, words)
  const onCanvas = env.mode === 'canvas'
  // A question without words is nothing to press.
  const items = onCanvas ? props.items : props.items.filter(({ question }) => question.trim())
  if (items.length === 0 && !onCanvas) return null
  return (
    <View className={`b-faq b-faq--${look}`}>
      <EditableText
        prop="title"
        value={title}
        env={env}
        hint={titleHint}
        whenEmpty="absent"
        className="b-faq__title"
        headingLevel={2}
      />
      {items.length === 0 && <EmptyBox icon="help" text={empty} />}
      <View className="b-faq__items">
        {items.map(({ question, answer }, index) => (
          <Disclosure
            key={index}
            className="b-faq__item"
            open={onCanvas || (firstOpen && index === 0)}
            name={oneAtATime && !onCanvas ? `faq-${nodeId}` : undefined}
          >
            <DisclosureHead className="b-faq__head">
              <Text className="b-faq__question">{question || noQuestion}</Text>
              <View className="b-faq__sign" />
            </DisclosureHead>
            <Text className="b-faq__answer">{answer}</Text>
          </Disclosure>
        ))}
      </View>
    </View>
  )
}
