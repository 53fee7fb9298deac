import { useState } from 'react'
import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import type { Booking } from '#model/shop/bookings.ts'
import type { ShopFailureCode } from '#model/shop/failure.ts'
import { failureWords } from '../kit/failure-words.ts'
import { usePart } from '../kit/use-part.ts'
import type { BookingFlow } from './booking-flow.ts'
import { bookingFacts } from './confirmation.tsx'
import type { MoveSheetProps } from './move-sheet.tsx'
import { type BookingScene, momentText } from './scene.ts'

const loadMoveSheet = () => import('./move-sheet.tsx').then((it) => it.MoveSheet)

interface OwnBookingsProps {
  readonly scene: BookingScene
  readonly own: readonly Booking[]
  readonly flow: BookingFlow
}

/** What this visitor has booked and has not been to yet, soonest first. */
export function OwnBookings({ scene, own, flow }: OwnBookingsProps) {
  const upcoming = own
    .filter(
      (each) =>
        (each.status === 'confirmed' || each.status === 'checked_in') && Date.parse(each.endsAtIso) > scene.env.nowMs,
    )
    .toSorted((a, b) => Date.parse(a.startsAtIso) - Date.parse(b.startsAtIso))
  if (!upcoming.length) return null
  return (
    <View className="b-booking__part">
      <Text className="b-booking__label">{scene.words.own}</Text>
      {upcoming.map((each) => (
        <OwnBooking key={each.id} scene={scene} booked={each} flow={flow} />
      ))}
    </View>
  )
}

function OwnBooking({ scene, booked, flow }: { scene: BookingScene; booked: Booking; flow: BookingFlow }) {
  const { words, host, env } = scene
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ShopFailureCode | null>(null)
  const [moving, setMoving] = useState(false)
  const MoveSheet = usePart<MoveSheetProps>(loadMoveSheet, moving ? 1 : 0, () => setFailure('offline'))
  const service = scene.services.find(({ id }) => id === booked.serviceId)
  // What has begun is for the shop to change.
  const canChange = booked.status === 'confirmed' && Date.parse(booked.startsAtIso) > env.nowMs
  const cancel = async () => {
    setBusy(true)
    const refusal = await flow.cancel(booked.id)
    setBusy(false)
    setAsking(false)
    setFailure(refusal?.code ?? null)
  }
  return (
    <View className="b-booking__own">
      <View className="b-booking__own-about">
        <Text className="b-booking__own-moment">{momentText(scene, booked.startsAtIso, booked.timeZone)}</Text>
        <Text className="b-booking__small">{bookingFacts(scene, booked)}</Text>
      </View>
      <View className="b-booking__own-code">
        <Text className="b-booking__small">{words.code}</Text>
        <Text className="b-booking__own-code-text">{booked.code}</Text>
      </View>
      <View className="b-booking__own-actions">
        {asking ? (
          <>
            <Button className="b-booking__text-button" disabled={busy} onClick={() => setAsking(false)}>
              <Text>{words.keep}</Text>
            </Button>
            <Button
              className="b-booking__text-button b-booking__text-button--danger"
              disabled={busy}
              onClick={() => void cancel()}
            >
              <Text>{words.reallyCancel}</Text>
            </Button>
          </>
        ) : (
          <>
            <Button className="b-booking__text-button" onClick={() => host.saveToCalendar(booked)}>
              <Icon name="calendar" />
              <Text>{words.calendar}</Text>
            </Button>
            {service && canChange && (
              <Button className="b-booking__text-button" onClick={() => env.mode !== 'canvas' && setMoving(true)}>
                <Text>{words.change}</Text>
              </Button>
            )}
            {canChange && (
              <Button className="b-booking__text-button" onClick={() => env.mode !== 'canvas' && setAsking(true)}>
                <Text>{words.cancel}</Text>
              </Button>
            )}
          </>
        )}
      </View>
      {service && moving && MoveSheet && (
        <MoveSheet
          scene={scene}
          service={service}
          booked={booked}
          onMoved={() => flow.again()}
          onClose={() => setMoving(false)}
        />
      )}
      {failure && (
        <Text className="b-booking__own-failure" ariaRole="alert">
          {failureWords(failure, env.language)}
        </Text>
      )}
    </View>
  )
}
