import { Icon, Swiper, SwiperItem, Text, View } from '#components/primitives/index.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { Portrait } from '../kit/portrait.tsx'
import { EmptyBox } from '../kit/state-boxes.tsx'
import type { BlockEnv, BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import { averageStars } from './average-stars.ts'
import type { ReviewWallProps } from './definition.ts'
import './review-wall.css'

const words = {
  en: {
    title: 'Title (optional)',
    reviews: 'Reviews',
    empty: 'Add reviews in the panel',
    text: 'What was said',
    stars: (count: string) => `${count} of 5 stars`,
    average: (count: number) => (count === 1 ? 'from one review' : `from ${count} reviews`),
  },
  'zh-CN': {
    title: '标题（可不填）',
    reviews: '评价',
    empty: '在属性里添加评价',
    text: '请填写评价内容',
    stars: (count: string) => `${count} 星，满分 5 星`,
    average: (count: number) => `来自 ${count} 条评价`,
  },
}

type Review = ReviewWallProps['items'][number]

export function ReviewWallView({ props, env }: BlockViewProps<ReviewWallProps>) {
  const { title, layout, average } = props
  const own = wordsFor(env.language, words)
  const onCanvas = env.mode === 'canvas'
  const items = onCanvas ? props.items : props.items.filter(({ text }) => text.trim())
  if (items.length === 0 && !onCanvas) return null
  const mean = average ? averageStars(items) : null
  const cards = items.map((review, index) => <ReviewCard key={index} review={review} env={env} />)
  return (
    <View className="b-review-wall">
      <EditableText
        prop="title"
        value={title}
        env={env}
        hint={own.title}
        whenEmpty="absent"
        className="b-review-wall__title"
        headingLevel={2}
      />
      {mean && (
        <View className="b-review-wall__average">
          <Text className="b-review-wall__mean">{mean.mean}</Text>
          <Stars count={mean.mean} env={env} />
          <Text className="b-review-wall__source">{own.average(mean.count)}</Text>
        </View>
      )}
      {items.length === 0 && <EmptyBox icon="star" text={own.empty} />}
      {layout === 'row' && items.length > 1 ? (
        <Swiper className="b-review-wall__row" ariaLabel={title || own.reviews}>
          {cards.map((card) => (
            <SwiperItem key={card.key} className="b-review-wall__slide">
              {card}
            </SwiperItem>
          ))}
        </Swiper>
      ) : (
        <View className={`b-review-wall__cards b-review-wall__cards--${layout}`}>{cards}</View>
      )}
    </View>
  )
}

function ReviewCard({ review, env }: { readonly review: Review; readonly env: BlockEnv }) {
  const { text, name, source, stars, picture } = review
  const own = wordsFor(env.language, words)
  return (
    <View className="b-review-wall__card">
      {stars !== 'none' && <Stars count={stars} env={env} />}
      <Text className="b-review-wall__text">{text || own.text}</Text>
      {(name || source || picture) && (
        <View className="b-review-wall__who">
          <Portrait picture={picture} name={name} sizePx={36} />
          <View className="b-review-wall__names">
            {name && <Text className="b-review-wall__name">{name}</Text>}
            {source && <Text className="b-review-wall__source">{source}</Text>}
          </View>
        </View>
      )}
    </View>
  )
}

function Stars({ count, env }: { readonly count: string; readonly env: BlockEnv }) {
  const row = [1, 2, 3, 4, 5].map((star) => <Icon key={star} name="star" size={16} />)
  return (
    <View className="b-review-wall__stars" ariaRole="img" ariaLabel={wordsFor(env.language, words).stars(count)}>
      {row}
      {/* The same in the accent over them, cut off where the count ends. */}
      <View className="b-review-wall__given" style={{ width: `${Number(count) * 20}%` }}>
        {row}
      </View>
    </View>
  )
}
