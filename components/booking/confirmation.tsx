import { Button, Icon, ScrollView, Text, View } from '#components/primitives/index.ts'
import type { Booking } from '#model/shop/bookings.ts'
import { failureWords } from '../kit/failure-words.ts'
import { formatMoney } from '../kit/money.ts'
import type { BookingFlow, BookingState } from './booking-flow.ts'
import { type BookingScene, momentText } from './scene.ts'
import type { BookingWords } from './words.ts'

interface ConfirmationProps {
  readonly scene: BookingScene
  readonly booked: Booking
  readonly state: BookingState
  readonly flow: BookingFlow
  readonly onClose: () => void
}

/** The booking on one screen, with what is needed at the door. */
export function Confirmation({ scene, booked, state, flow, onClose }: ConfirmationProps) {
  const { words, host, shop, env } = scene
  const isUnpaid = booked.status === 'unpaid'
  const until = booked.waitsUntilIso ? momentText(scene, booked.waitsUntilIso, booked.timeZone) : ''
  const waits = isUnpaid ? words.payUntil(until) : booked.status === 'requested' ? words.answerUntil(until) : ''
  return (
    <>
      <ScrollView scrollY className="b-booking__sheet-body b-booking__done">
        <View className="b-booking__mark">
          <Icon name={waits ? 'clock' : 'check'} size={32} />
        </View>
        <Text className="b-booking__moment" ariaLive="polite">
          {momentText(scene, booked.startsAtIso, booked.timeZone)}
        </Text>
        <Text className="b-booking__small">{bookingFacts(scene, booked)}</Text>
        {waits && <Text className="b-booking__waits">{waits}</Text>}
        <View className="b-booking__code">
          <Text className="b-booking__small">{words.code}</Text>
          <Text className="b-booking__code-text">{booked.code}</Text>
          <Text className="b-booking__small">{words.codeHint}</Text>
        </View>
      </ScrollView>
      {state.failure && (
        <View className="b-booking__alert" ariaRole="alert">
          <Text>{failureWords(state.failure.code, env.language)}</Text>
        </View>
      )}
      <View className="b-booking__foot">
        {!waits && (
          <Button className="b-booking__second" onClick={() => host.saveToCalendar(booked)}>
            <Icon name="calendar" />
            <Text>{words.calendar}</Text>
          </Button>
        )}
        {isUnpaid ? (
          <Button
            className="b-booking__main"
            disabled={state.busy === 'paying'}
            ariaBusy={state.busy === 'paying'}
            onClick={() => void flow.payDeposit(booked.id)}
          >
            <Text>{words.pay(formatMoney(booked.deposit?.amountMinor ?? 0, shop.currency, env.language))}</Text>
          </Button>
        ) : (
          <Button className="b-booking__main" onClick={onClose}>
            <Text>{words.finish}</Text>
          </Button>
        )}
      </View>
    </>
  )
}

/** What it says above the booking, once it was made. */
export function doneTitle({ status }: Booking, words: BookingWords): string {
  return status === 'unpaid' ? words.almost : status === 'requested' ? words.asked : words.booked
}

/** Service, party and place in one line. */
export function bookingFacts({ words, services }: BookingScene, booked: Booking): string {
  const kind = services.find((each) => each.id === booked.serviceId)?.kind
  const labels = booked.resourceLabels.join(' + ')
  return [
    booked.serviceName,
    kind === 'appointment' ? '' : words.guests(booked.partySize),
    booked.nights ? words.nights(booked.nights) : '',
    labels && kind === 'table' ? words.table(labels) : labels,
  ]
    .filter(Boolean)
    .join(' · ')
}
