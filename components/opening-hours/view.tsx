import type { ShopInfo } from '#model/shop/catalogue.ts'
import { Text, View } from '#components/primitives/index.ts'
import type { ViewPropsOf } from '../kit/define-block.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { periodsOn } from '../kit/opening-periods.ts'
import { dayIn, fullDayText, weekdayText } from '../kit/shop-time.ts'
import { FailedBox } from '../kit/failed-box.tsx'
import { Bone, EmptyBox, LoadingBox } from '../kit/state-boxes.tsx'
import type { BlockEnv } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import type { openingHours, OpeningHoursProps } from './definition.ts'
import './opening-hours.css'
import { openStatus } from './status.ts'
import { exceptionsAhead, periodTexts, weekRows } from './week.ts'
import { openingHoursWords } from './words.ts'

export function OpeningHoursView({ props, data, env }: ViewPropsOf<typeof openingHours>) {
  const { shop } = data
  const words = wordsFor(env.language, openingHoursWords)
  return (
    <View className="b-opening-hours">
      <View className="b-opening-hours__card">
        <View className="b-opening-hours__head">
          <EditableText
            prop="title"
            value={props.title}
            env={env}
            hint={words.title}
            whenEmpty="words"
            className="b-opening-hours__title"
            headingLevel={3}
          />
          {shop.status === 'ready' && <Status shop={shop.value} env={env} />}
        </View>
        {shop.status === 'loading' && <HoursSkeleton env={env} rows={props.show === 'week' ? 7 : 1} />}
        {shop.status === 'failed' && <FailedBox env={env} code={shop.code} retry={shop.retry} />}
        {shop.status === 'ready' && <Hours shop={shop.value} props={props} env={env} />}
      </View>
    </View>
  )
}

function Status({ shop, env }: { readonly shop: ShopInfo; readonly env: BlockEnv }) {
  if (shop.hours.weekly.length === 0 && shop.hours.exceptions.length === 0) return null
  const { tone, state, change } = openStatus(shop, env)
  return (
    <View className={`b-opening-hours__status b-opening-hours__status--${tone}`}>
      <View className="b-opening-hours__dot" />
      <Text className="b-opening-hours__state">{state}</Text>
      {change && <Text className="b-opening-hours__change">{change}</Text>}
    </View>
  )
}

function Hours({
  shop,
  props,
  env,
}: {
  readonly shop: ShopInfo
  readonly props: OpeningHoursProps
  readonly env: BlockEnv
}) {
  const words = wordsFor(env.language, openingHoursWords)
  if (shop.hours.weekly.length === 0 && shop.hours.exceptions.length === 0)
    return <EmptyBox icon="clock" text={words.none} />
  const exceptions = props.showExceptions ? exceptionsAhead(shop, env.nowMs) : []
  const today = dayIn(shop.timeZone, env.nowMs)
  return (
    <>
      {props.show === 'today' ? (
        <View className="b-opening-hours__row b-opening-hours__row--today">
          <Text className="b-opening-hours__day">{words.today}</Text>
          <Times periods={periodsOn(shop.hours, today)} closed={words.closedDay} />
        </View>
      ) : (
        <View ariaRole="list">
          {weekRows(shop, env.nowMs).map(({ weekday, day, isToday, periods }) => (
            <View
              key={weekday}
              ariaRole="listitem"
              ariaCurrent={isToday ? 'date' : undefined}
              className={isToday ? 'b-opening-hours__row b-opening-hours__row--today' : 'b-opening-hours__row'}
            >
              <Text className="b-opening-hours__day">
                {weekdayText(day, env.language)}
                {isToday && <Text className="b-opening-hours__mark">{words.today}</Text>}
              </Text>
              <Times periods={periods} closed={words.closedDay} />
            </View>
          ))}
        </View>
      )}
      {exceptions.length > 0 && (
        <View className="b-opening-hours__exceptions">
          <Text className="b-opening-hours__differs">{words.differs}</Text>
          {exceptions.map(({ date, periods, note }) => (
            <View key={date} className="b-opening-hours__row">
              <Text>
                {fullDayText(date, env.language)}
                {note && <Text className="b-opening-hours__note">{note}</Text>}
              </Text>
              <Times periods={periods} closed={words.closedDay} />
            </View>
          ))}
        </View>
      )}
    </>
  )
}

function Times({ periods, closed }: { readonly periods: Parameters<typeof periodTexts>[0]; readonly closed: string }) {
  if (periods.length === 0)
    return <Text className="b-opening-hours__times b-opening-hours__times--closed">{closed}</Text>
  return (
    <Text className="b-opening-hours__times">
      {periodTexts(periods).map((text) => (
        <Text key={text} className="b-opening-hours__period">
          {text}
        </Text>
      ))}
    </Text>
  )
}

function HoursSkeleton({ env, rows }: { readonly env: BlockEnv; readonly rows: number }) {
  return (
    <LoadingBox env={env}>
      {Array.from({ length: rows }, (_, row) => (
        <View key={row} className="b-opening-hours__row">
          <Bone width="3em" />
          <Bone width="7em" />
        </View>
      ))}
    </LoadingBox>
  )
}
