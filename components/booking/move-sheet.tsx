import { useEffect, useRef, useState } from 'react'
import { Button, ScrollView, Sheet, Text, View } from '#components/primitives/index.ts'
import type { Booking, Service, Slot } from '#model/shop/bookings.ts'
import type { ShopFailure } from '#model/shop/failure.ts'
import { createAskOnce } from '../kit/ask-once.ts'
import { failureWords } from '../kit/failure-words.ts'
import { dayIn } from '../kit/shop-time.ts'
import { nextOpenDay, stripDays } from './days.ts'
import { DayStrip } from './pickers.tsx'
import { type BookingScene, momentText } from './scene.ts'
import { SlotGrid } from './slot-grid.tsx'

export interface MoveSheetProps {
  readonly scene: BookingScene
  readonly service: Service
  readonly booked: Booking
  readonly onMoved: () => void
  readonly onClose: () => void
}

/** Another time for a booking: what it takes itself counts as free, and until it is moved it stays where it is. */
export function MoveSheet({ scene: outer, service, booked, onMoved, onClose }: MoveSheetProps) {
  const { words, shop, host, env } = outer
  // Its days have ids of their own: the block behind it shows the same ones.
  const scene = { ...outer, id: `${outer.id}-move` }
  const days = stripDays(shop, service, env.nowMs)
  const today = dayIn(shop.timeZone, env.nowMs)
  const [wantedDay, setDay] = useState(dayIn(shop.timeZone, Date.parse(booked.startsAtIso)))
  const day = nextOpenDay(days, wantedDay) ?? nextOpenDay(days, today) ?? today
  const later = nextOpenDay(days, days.find((each) => each.day > day)?.day ?? '9999')
  const [slots, setSlots] = useState<readonly Slot[] | null>(null)
  const [slotsFailure, setSlotsFailure] = useState<ShopFailure | null>(null)
  const [picked, setPicked] = useState<Slot | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ShopFailure | null>(null)
  const [askOnce] = useState(() => createAskOnce(host))
  const turn = useRef(0)
  const { id: bookingId, partySize } = booked

  const look = async () => {
    const mine = ++turn.current
    setSlots(null)
    setSlotsFailure(null)
    const answer = await host.shop.slots({ serviceId: service.id, date: day, partySize, bookingId })
    if (mine !== turn.current) return
    if (answer.ok) setSlots(answer.value)
    else setSlotsFailure(answer.failure)
  }
  useEffect(() => {
    setPicked(null)
    void look()
    return () => void turn.current++
  }, [day])

  const move = async () => {
    if (!picked || busy) return
    setBusy(true)
    setFailure(null)
    const wish = { startsAtIso: picked.startsAtIso, partySize }
    const answer = await askOnce((asked, key) => host.shop.moveBooking(bookingId, asked, key), wish)
    setBusy(false)
    if (answer.ok) {
      host.refresh('bookings')
      host.toast(words.moved(momentText(scene, answer.value.startsAtIso, booked.timeZone)))
      onMoved()
      return onClose()
    }
    setFailure(answer.failure)
    if (answer.failure.code !== 'slot-taken') return
    setPicked(null)
    void look()
  }
  const startMs = Date.parse(booked.startsAtIso)
  const choices = slots && slots.filter((slot) => Date.parse(slot.startsAtIso) !== startMs)
  return (
    <Sheet open title={words.move} closeLabel={words.close} onClose={onClose}>
      <View className="b-booking__summary">
        <Text className="b-booking__small">{words.now}</Text>
        <Text className="b-booking__moment">{momentText(scene, booked.startsAtIso, booked.timeZone)}</Text>
      </View>
      <ScrollView scrollY className="b-booking__sheet-body">
        <DayStrip scene={scene} days={days} chosen={day} today={today} onChoose={setDay} />
        <SlotGrid
          scene={scene}
          slots={choices}
          failure={slotsFailure}
          picked={picked}
          onRetry={() => void look()}
          onPick={(slot) => {
            setFailure(null)
            setPicked(slot)
          }}
          onLater={later ? () => setDay(later) : undefined}
        />
      </ScrollView>
      {failure && (
        <View className="b-booking__alert" ariaRole="alert">
          <Text>{failureWords(failure.code, env.language)}</Text>
        </View>
      )}
      <View className="b-booking__foot">
        <Button className="b-booking__main" disabled={!picked || busy} ariaBusy={busy} onClick={() => void move()}>
          <Text>
            {busy
              ? words.moving
              : picked
                ? words.moveTo(momentText(scene, picked.startsAtIso, shop.timeZone))
                : words.moveWhen}
          </Text>
        </Button>
      </View>
    </Sheet>
  )
}
