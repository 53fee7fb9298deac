import { useState } from 'react'
import { Button, ScrollView, Text, View } from '#components/primitives/index.ts'
import type { Service, Slot } from '#model/shop/bookings.ts'
import type { ShopFailure } from '#model/shop/failure.ts'
import { FailedBox } from '../kit/failed-box.tsx'
import { formatMoney } from '../kit/money.ts'
import { dayIn, momentOf } from '../kit/shop-time.ts'
import { Bone, EmptyBox, LoadingBox } from '../kit/state-boxes.tsx'
import { DayStrip } from './pickers.tsx'
import { type BookingScene, momentText } from './scene.ts'
import { leavingDay, longestStay } from './stays.ts'

interface StayPickerProps {
  readonly scene: BookingScene
  readonly service: Service
  /** Null while they load. */
  readonly nights: readonly Slot[] | null
  readonly failure: ShopFailure | null
  readonly onRetry: () => void
  readonly onPick: (from: Slot, nights: number) => void
}

/** When to come, how many nights, and what that is. */
export function StayPicker({ scene, service, nights, failure, onRetry, onPick }: StayPickerProps) {
  const { words, shop, env } = scene
  const { timeZone } = shop
  const [wantedDay, setDay] = useState('')
  const [wantedNights, setNights] = useState(1)
  if (failure) return <FailedBox env={env} code={failure.code} retry={onRetry} />
  if (!nights)
    return (
      <LoadingBox env={env}>
        <View className="b-booking__part">
          <Bone height="80px" />
          <Bone height="48px" />
          <Bone height="52px" />
        </View>
      </LoadingBox>
    )
  const dayOf = (night: Slot) => dayIn(timeZone, Date.parse(night.startsAtIso))
  const free = nights.filter(({ available }) => available)
  const from = free.find((night) => dayOf(night) === wantedDay) ?? free[0]
  if (!from) return <EmptyBox icon="calendar" text={words.noRooms} />
  const longest = longestStay(nights, from, service.stay?.maxNights ?? 1, timeZone)
  const count = Math.min(wantedNights, longest)
  const until = new Date(
    momentOf(leavingDay(from, count, timeZone), service.stay?.checkOut ?? '11:00', timeZone),
  ).toISOString()
  const price = formatMoney(service.priceMinor * count, shop.currency, env.language)
  return (
    <>
      <DayStrip
        scene={scene}
        label={words.arrive}
        shut={words.full}
        days={nights.map((night) => ({ day: dayOf(night), open: night.available }))}
        chosen={dayOf(from)}
        today={dayIn(timeZone, env.nowMs)}
        onChoose={setDay}
      />
      <View className="b-booking__part" ariaRole="radiogroup" ariaLabel={words.howManyNights}>
        <Text className="b-booking__label">{words.howManyNights}</Text>
        <ScrollView scrollX className="b-booking__strip">
          {Array.from({ length: longest }, (_, index) => index + 1).map((each) => (
            <View
              key={each}
              className={`b-booking__size${each === count ? ' b-booking__size--on' : ''}`}
              ariaRole="radio"
              ariaChecked={each === count}
              ariaLabel={words.nights(each)}
              onClick={() => setNights(each)}
            >
              <Text>{each}</Text>
            </View>
          ))}
        </ScrollView>
      </View>
      <View className="b-booking__part">
        <View className="b-booking__stay">
          <Text className="b-booking__stay-line">{words.from(momentText(scene, from.startsAtIso, timeZone))}</Text>
          <Text className="b-booking__stay-line">{words.until(momentText(scene, until, timeZone))}</Text>
        </View>
        <Button className="b-booking__main" onClick={() => onPick(from, count)}>
          <Text>{words.bookNights(count, service.priceMinor ? price : '')}</Text>
        </Button>
      </View>
    </>
  )
}
