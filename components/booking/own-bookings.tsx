import { useState } from 'react'
import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import type { Booking } from '#model/shop/bookings.ts'
import { depositToReturn } from '#model/shop/deposit.ts'
import type { ShopFailureCode } from '#model/shop/failure.ts'
import { failureWords } from '../kit/failure-words.ts'
import { usePart } from '../kit/use-part.ts'
import type { BookingFlow } from './booking-flow.ts'
import { formatMoney } from '../kit/money.ts'
import { bookingFacts } from './confirmation.tsx'
import type { MoveSheetProps } from './move-sheet.tsx'
import { type BookingScene, momentText } from './scene.ts'

const loadMoveSheet = () => import('./move-sheet.tsx').then((it) => it.MoveSheet)

interface OwnBookingsProps {
  readonly scene: BookingScene
  readonly own: readonly Booking[]
  readonly flow: BookingFlow
}

/** What was declined or ran out is told too, for as long as somebody might come for it. */
const shown = new Set<Booking['status']>(['unpaid', 'requested', 'confirmed', 'checked_in', 'declined', 'expired'])

/** What this visitor has booked and has not been to yet, soonest first. */
export function OwnBookings({ scene, own, flow }: OwnBookingsProps) {
  const upcoming = own
    .filter((each) => shown.has(each.status) && Date.parse(each.endsAtIso) > scene.env.nowMs)
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
  const { words, host, shop, env } = scene
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ShopFailureCode | null>(null)
  const [moving, setMoving] = useState(false)
  const MoveSheet = usePart<MoveSheetProps>(loadMoveSheet, moving ? 1 : 0, () => setFailure('offline'))
  const service = scene.services.find(({ id }) => id === booked.serviceId)
  // What has begun is for the shop to change.
  const isAhead = Date.parse(booked.startsAtIso) > env.nowMs
  const isOff = booked.status === 'declined' || booked.status === 'expired'
  const { deposit } = booked
  const backMinor = deposit ? depositToReturn(deposit, Date.parse(booked.startsAtIso), env.nowMs) : 0
  const canMove =
    booked.status === 'confirmed' && isAhead && service?.kind !== 'room' && backMinor === (deposit?.amountMinor ?? 0)
  const canCancel = isAhead && !isOff && booked.status !== 'checked_in'
  const money = (minor: number) => formatMoney(minor, shop.currency, env.language)
  const told = ownWords(scene, booked)
  const cancel = async () => {
    setBusy(true)
    const refusal = await flow.cancel(booked.id)
    setBusy(false)
    setAsking(false)
    setFailure(refusal?.code ?? null)
  }
  const pay = async () => setFailure((await flow.payDeposit(booked.id)).code)
  return (
    <View className="b-booking__own">
      <View className="b-booking__own-about">
        <Text className="b-booking__own-moment">{momentText(scene, booked.startsAtIso, booked.timeZone)}</Text>
        <Text className="b-booking__small">{bookingFacts(scene, booked)}</Text>
      </View>
      {!isOff && (
        <View className="b-booking__own-code">
          <Text className="b-booking__small">{words.code}</Text>
          <Text className="b-booking__own-code-text">{booked.code}</Text>
        </View>
      )}
      {told && <Text className="b-booking__own-told">{told}</Text>}
      {asking && deposit && deposit.paidMinor > 0 && (
        <Text className="b-booking__own-told">
          {words.comesBack(money(booked.status === 'requested' ? deposit.paidMinor : backMinor))}
        </Text>
      )}
      {!isOff && (
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
              {booked.status === 'unpaid' && (
                <Button className="b-booking__text-button" onClick={() => env.mode !== 'canvas' && void pay()}>
                  <Text>{words.pay(money(deposit?.amountMinor ?? 0))}</Text>
                </Button>
              )}
              {(booked.status === 'confirmed' || booked.status === 'checked_in') && (
                <Button className="b-booking__text-button" onClick={() => host.saveToCalendar(booked)}>
                  <Icon name="calendar" />
                  <Text>{words.calendar}</Text>
                </Button>
              )}
              {service && canMove && (
                <Button className="b-booking__text-button" onClick={() => env.mode !== 'canvas' && setMoving(true)}>
                  <Text>{words.change}</Text>
                </Button>
              )}
              {canCancel && (
                <Button className="b-booking__text-button" onClick={() => env.mode !== 'canvas' && setAsking(true)}>
                  <Text>{words.cancel}</Text>
                </Button>
              )}
            </>
          )}
        </View>
      )}
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

/** How it stands, where that is more than that it stands. */
function ownWords(scene: BookingScene, { status, waitsUntilIso, timeZone, deposit }: Booking): string {
  const { words } = scene
  const until = waitsUntilIso ? momentText(scene, waitsUntilIso, timeZone) : ''
  if (status === 'unpaid') return words.payUntil(until)
  if (status === 'requested') return words.answerUntil(until)
  const back = deposit && deposit.paidMinor > 0 ? ` ${words.paidBack}` : ''
  if (status === 'declined') return words.declined + back
  return status === 'expired' ? words.ranOut + back : ''
}
