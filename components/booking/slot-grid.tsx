import { Button, Text, View } from '#components/primitives/index.ts'
import type { Slot } from '#model/shop/bookings.ts'
import type { ShopFailure } from '#model/shop/failure.ts'
import { FailedBox } from '../kit/failed-box.tsx'
import { Bone, EmptyBox, LoadingBox } from '../kit/state-boxes.tsx'
import type { BookingScene } from './scene.ts'

interface SlotGridProps {
  readonly scene: BookingScene
  readonly slots: readonly Slot[] | null
  readonly failure: ShopFailure | null
  readonly picked: Slot | null
  readonly onRetry: () => void
  readonly onPick: (slot: Slot) => void
  readonly onLater: (() => void) | undefined
}

const parts = ['morning', 'afternoon', 'evening'] as const

/** The times of one day; what is taken stays in its place, greyed. */
export function SlotGrid({ scene, slots, failure, picked, onRetry, onPick, onLater }: SlotGridProps) {
  const { words, env } = scene
  const body = () => {
    if (failure) return <FailedBox env={env} code={failure.code} retry={onRetry} />
    if (!slots)
      return (
        <LoadingBox env={env}>
          <View className="b-booking__grid">
            {Array.from({ length: 12 }, (_, index) => (
              <Bone key={index} height="44px" />
            ))}
          </View>
        </LoadingBox>
      )
    // On the canvas nothing has passed: what is drawn there is an example.
    const ahead = slots.filter((slot) => env.mode === 'canvas' || Date.parse(slot.startsAtIso) > env.nowMs)
    if (!ahead.some((slot) => slot.available))
      return (
        <EmptyBox icon="calendar" text={words.noneLeft}>
          {onLater && (
            <Button className="b-booking__second" onClick={onLater}>
              <Text>{words.nextDay}</Text>
            </Button>
          )}
        </EmptyBox>
      )
    return parts.map((part) => {
      const within = ahead.filter((slot) => slot.partOfDay === part)
      if (!within.length) return null
      return (
        <View key={part} className="b-booking__daypart">
          <Text className="b-booking__small">{words.parts[part]}</Text>
          <View className="b-booking__grid">
            {within.map((slot) => (
              <Button
                key={slot.startsAtIso}
                className={`b-booking__slot${slot.startsAtIso === picked?.startsAtIso ? ' b-booking__slot--on' : ''}`}
                disabled={!slot.available}
                ariaLabel={slot.available ? undefined : words.taken(slot.localTime)}
                onClick={() => onPick(slot)}
              >
                <Text>{slot.localTime}</Text>
                {slot.available && slot.seatsLeft !== undefined && (
                  <Text className="b-booking__seats">{` ${words.seatsLeft(slot.seatsLeft)}`}</Text>
                )}
              </Button>
            ))}
          </View>
        </View>
      )
    })
  }
  return (
    <View className="b-booking__part">
      <Text className="b-booking__label">{words.time}</Text>
      {body()}
    </View>
  )
}
