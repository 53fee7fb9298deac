import { Icon, Text, View } from '#components/primitives/index.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { GroundBox } from '../kit/ground-box.tsx'
import { LinkBox } from '../kit/link-box.tsx'
import { PictureBox } from '../kit/picture-box.tsx'
import { SlotBox } from '../kit/slot-box.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import type { CardProps } from './definition.ts'
import './card.css'

const words = {
  en: { title: 'Title', text: 'A line or two (optional)', noPicture: 'Choose a picture' },
  'zh-CN': { title: '标题', text: '一两句介绍（可不填）', noPicture: '请选择图片' },
}

export function CardView({ props, slots, host, env }: BlockViewProps<CardProps>) {
  const { picture, badge, title, text, link, place, ratio, look, background } = props
  const { title: titleHint, text: textHint, noPicture } = wordsFor(env.language, words)
  const onCanvas = env.mode === 'canvas'
  const isSide = place === 'side'
  const hasWords = onCanvas || title !== '' || text !== ''
  return (
    <View className="b-card">
      <GroundBox colour={background || 'theme:card'} className={`b-card__ground b-card__ground--${look}`}>
        {(picture || hasWords) && (
          <LinkBox
            link={link}
            host={host}
            env={env}
            className={`b-card__head b-card__head--${place}`}
            ariaLabel={hasWords ? undefined : picture?.alt}
          >
            {picture && (
              <View className="b-card__picture">
                <PictureBox
                  picture={picture}
                  sizes={isSide ? '112px' : '(max-width: 480px) 100vw, 480px'}
                  ratio={isSide ? '1 / 1' : ratio.replace(':', ' / ')}
                  emptyText={noPicture}
                />
                {badge && <Text className="b-card__badge">{badge}</Text>}
              </View>
            )}
            {hasWords && (
              <View className="b-card__words">
                {!picture && badge && <Text className="b-card__badge b-card__badge--alone">{badge}</Text>}
                <View className="b-card__line">
                  <EditableText
                    prop="title"
                    value={title}
                    env={env}
                    hint={titleHint}
                    className="b-card__title"
                    headingLevel={3}
                  />
                  {link && <Icon name="chevron-right" className="b-card__more" size={20} />}
                </View>
                <EditableText prop="text" value={text} env={env} hint={textHint} className="b-card__text" />
              </View>
            )}
          </LinkBox>
        )}
        <SlotBox name="content" axis="vertical" env={env} className="b-card__content">
          {slots.content}
        </SlotBox>
      </GroundBox>
    </View>
  )
}
