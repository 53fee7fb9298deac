import './stamp-card.css'
import { Icon, Text, View } from '#components/primitives/index.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { FailedBox } from '../kit/failed-box.tsx'
import { JoinFirst } from '../kit/join-first.tsx'
import { formatMoney } from '../kit/money.ts'
import { Bone, EmptyBox, LoadingBox } from '../kit/state-boxes.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import type { StampCardProps } from './definition.ts'
import { stampWords } from './words.ts'

export function StampCardView({ props, data, host, env }: BlockViewProps<StampCardProps>) {
  const { membership, shop, card } = data
  const words = stampWords(env)
  const failed = [membership, shop, card].find((each) => each.status === 'failed')
  if (failed?.status === 'failed') return <FailedBox env={env} code={failed.code} retry={failed.retry} />
  if (membership.status !== 'ready' || shop.status !== 'ready' || card.status !== 'ready')
    return (
      <LoadingBox env={env} className="b-stamp-card">
        <Bone height="236px" />
      </LoadingBox>
    )
  const rule = membership.value.stampCard
  if (!rule) return <EmptyBox icon="grid" text={env.mode === 'canvas' ? words.offCanvas : words.off} />
  const { needed, byOrderFromMinor, reward } = rule
  const stamps = card.value?.stamps ?? 0
  const count = Math.min(needed, Math.max(0, stamps))
  const how =
    byOrderFromMinor === null
      ? words.atCounter
      : byOrderFromMinor === 0
        ? words.anyOrder
        : words.fromOrder(formatMoney(byOrderFromMinor, shop.value.currency, env.language))
  const says = () => {
    if (stamps >= needed) return words.full
    return stamps > 0 ? words.missing(needed - stamps, reward.title) : words.first(needed, reward.title)
  }
  return (
    <View className="b-stamp-card">
      <View className="b-stamp-card__card">
        <EditableText
          prop="title"
          value={props.title}
          env={env}
          hint={words.titleHint}
          headingLevel={2}
          className="b-stamp-card__title"
        />
        <Text className="b-stamp-card__says" ariaLive="polite">
          {says()}
        </Text>
        <View
          className={`b-stamp-card__grid b-stamp-card__grid--${columnsFor(needed)}`}
          ariaRole="img"
          ariaLabel={words.progress(count, needed)}
        >
          {Array.from({ length: needed }, (_, index) => (
            <View key={index} className={`b-stamp-card__place${index < count ? ' b-stamp-card__place--stamped' : ''}`}>
              {index < count ? (
                <Icon name={props.icon} size={24} />
              ) : index === needed - 1 ? (
                <Icon name="gift" size={22} />
              ) : (
                <Text>{index + 1}</Text>
              )}
            </View>
          ))}
        </View>
        {card.value ? (
          <View className="b-stamp-card__rules">
            {stamps < 0 && <Text>{words.taken(-stamps)}</Text>}
            <Text>{how}</Text>
            <Text>{words.rewardText}</Text>
          </View>
        ) : (
          <JoinFirst env={env} host={host} link={props.join} text={words.join} />
        )}
      </View>
    </View>
  )
}

/** Rows as even as they can be: 6 in threes, 8 in fours, 10 in fives. */
function columnsFor(needed: number): 3 | 4 | 5 {
  if (needed % 5 === 0) return 5
  if (needed % 4 === 0 || needed === 2) return 4
  return needed % 3 === 0 ? 3 : 5
}
