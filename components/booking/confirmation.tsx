import { Button, Icon, ScrollView, Text, View } from '#components/primitives/index.ts'
import type { Booking } from '#model/shop/bookings.ts'
import { type BookingScene, momentText } from './scene.ts'

interface ConfirmationProps {
  readonly scene: BookingScene
  readonly booked: Booking
  readonly onClose: () => void
}

/** The booking on one screen, with what is needed at the door. */
export function Confirmation({ scene, booked, onClose }: ConfirmationProps) {
  const { words, host } = scene
  return (
    <>
      <ScrollView scrollY className="b-booking__sheet-body b-booking__done">
        <View className="b-booking__mark">
          <Icon name="check" size={32} />
        </View>
        <Text className="b-booking__moment" ariaLive="polite">
          {momentText(scene, booked.startsAtIso, booked.timeZone)}
        </Text>
        <Text className="b-booking__small">{bookingFacts(scene, booked)}</Text>
        <View className="b-booking__code">
          <Text className="b-booking__small">{words.code}</Text>
          <Text className="b-booking__code-text">{booked.code}</Text>
          <Text className="b-booking__small">{words.codeHint}</Text>
        </View>
      </ScrollView>
      <View className="b-booking__foot">
        <Button className="b-booking__second" onClick={() => host.saveToCalendar(booked)}>
          <Icon name="calendar" />
          <Text>{words.calendar}</Text>
        </Button>
        <Button className="b-booking__main" onClick={onClose}>
          <Text>{words.finish}</Text>
        </Button>
      </View>
    </>
  )
}

/** Service, party and table in one line. */
export function bookingFacts({ words, services }: BookingScene, booked: Booking): string {
  const kind = services.find((each) => each.id === booked.serviceId)?.kind
  const labels = booked.resourceLabels.join(', ')
  return [
    booked.serviceName,
    kind === 'appointment' ? '' : words.guests(booked.partySize),
    labels && kind !== 'appointment' ? words.table(labels) : labels,
  ]
    .filter(Boolean)
    .join(' · ')
}
