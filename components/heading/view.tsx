import { Icon, Text, View } from '#components/primitives/index.ts'
import type { ViewPropsOf } from '../kit/define-block.ts'
import { colourCss } from '../kit/colour.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { LinkBox } from '../kit/link-box.tsx'
import { wordsFor } from '../kit/words.ts'
import type { heading } from './definition.ts'
import './heading.css'

const words = {
  en: { hint: 'Write a headline', lineHint: 'A line below (optional)', more: 'More' },
  'zh-CN': { hint: '输入标题', lineHint: '副标题（可不填）', more: '更多' },
}

export function HeadingView({ props, host, env }: ViewPropsOf<typeof heading>) {
  const { text, subtitle, link, linkText, size, align, colour } = props
  const { hint, lineHint, more } = wordsFor(env.language, words)
  if (!text && !subtitle && env.mode !== 'canvas') return null
  const lines = subtitle ? 'two' : 'one'
  return (
    <View
      className={`b-heading b-heading--${size} b-heading--${align} b-heading--${lines}`}
      style={{ color: colourCss(colour) }}
    >
      <EditableText
        prop="text"
        value={text}
        env={env}
        hint={hint}
        className="b-heading__text"
        headingLevel={size === 'l' ? 1 : size === 'm' ? 2 : 3}
      />
      <EditableText
        prop="subtitle"
        value={subtitle}
        env={env}
        hint={lineHint}
        whenEmpty="absent"
        className="b-heading__subtitle"
      />
      {link && (
        <LinkBox link={link} host={host} env={env} className="b-heading__more">
          <Text>{linkText || more}</Text>
          <Icon name="chevron-right" />
        </LinkBox>
      )}
    </View>
  )
}
