import './booking.css'
import { useEffect, useState } from 'react'
import { View } from '#components/primitives/index.ts'
import type { Booking, Service } from '#model/shop/bookings.ts'
import { anchorOf } from '../kit/anchor.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { dayIn } from '../kit/shop-time.ts'
import { FailedBox } from '../kit/failed-box.tsx'
import { EmptyBox } from '../kit/state-boxes.tsx'
import { useWish } from '../kit/use-wish.ts'
import type { BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import { type BookingFlow, createBookingFlow, emptyBooking } from './booking-flow.ts'
import { BookingSheet } from './booking-sheet.tsx'
import { BookingSkeleton } from './booking-skeleton.tsx'
import { exampleSlots, nextOpenDay, stripDays } from './days.ts'
import type { BookingProps } from './definition.ts'
import { OwnBookings } from './own-bookings.tsx'
import { DayStrip, PartySize, ServiceChoice, StaffChoice } from './pickers.tsx'
import type { BookingScene } from './scene.ts'
import { SlotGrid } from './slot-grid.tsx'
import { StayPicker } from './stay-picker.tsx'
import { exampleNights } from './stays.ts'
import { bookingWords } from './words.ts'

export function BookingView({ props, data, host, env, nodeId }: BlockViewProps<BookingProps>) {
  const words = wordsFor(env.language, bookingWords)
  const failed = [data.services, data.shop].find((each) => each.status === 'failed')
  const title = (
    <EditableText
      prop="title"
      value={props.title}
      env={env}
      hint={words.titleHint}
      headingLevel={2}
      className="b-booking__title"
    />
  )
  const body = () => {
    if (failed?.status === 'failed') return <FailedBox env={env} code={failed.code} retry={failed.retry} />
    if (data.services.status !== 'ready' || data.shop.status !== 'ready') return <BookingSkeleton env={env} />
    // A service that was chosen here and is gone since is better replaced by all than by nothing.
    const chosen = data.services.value.filter((service) => service.id === props.service)
    const services = chosen.length ? chosen : data.services.value
    const first = services[0]
    if (!first) return <EmptyBox icon="calendar" text={words.noServices} />
    const scene: BookingScene = { id: `booking-${nodeId}`, shop: data.shop.value, services, host, env, words }
    const own = props.ownBookings && data.bookings.status === 'ready' ? data.bookings.value : []
    return <ReadyBooking scene={scene} first={first} own={own} asksNote={props.note} />
  }
  return (
    <View className="b-booking">
      {title}
      {body()}
    </View>
  )
}

interface ReadyBookingProps {
  readonly scene: BookingScene
  readonly first: Service
  readonly own: readonly Booking[]
  readonly asksNote: boolean
}

function ReadyBooking({ scene, first, own, asksNote }: ReadyBookingProps) {
  const { shop, services, host, env } = scene
  const alive = env.mode !== 'canvas'
  const [state, setState] = useState(emptyBooking)
  const [flow] = useState<BookingFlow>(() => createBookingFlow(host, setState))
  const [serviceId, setServiceId] = useState(first.id)
  const [wantedParty, setParty] = useState(2)
  const [wantedStaff, setStaff] = useState('')
  const [wantedDay, setDay] = useState('')
  const [nights, setNights] = useState(1)

  useWish(host, 'service', (id) => {
    if (services.some((each) => each.id === id)) setServiceId(id)
  })

  const service = services.find((each) => each.id === serviceId) ?? first
  const partySize = Math.min(service.maxParty, Math.max(service.minParty, wantedParty))
  const days = stripDays(shop, service, env.nowMs)
  const today = dayIn(shop.timeZone, env.nowMs)
  // Days turn while a page is open, and another service may not be offered on the day chosen for the first.
  const day = nextOpenDay(days, wantedDay || today) ?? nextOpenDay(days, today) ?? today
  const later = nextOpenDay(days, days.find((each) => each.day > day)?.day ?? '9999')

  const isStay = service.kind === 'room'
  // Of a room all nights come at once, from today on.
  const date = isStay ? today : day
  const staff = service.staff ?? []
  const resourceId = staff.some(({ id }) => id === wantedStaff) ? wantedStaff : ''

  useEffect(() => {
    if (alive) void flow.look({ serviceId: service.id, date, partySize, ...(resourceId && { resourceId }) })
  }, [alive, service.id, date, partySize, resourceId])

  return (
    <>
      {services.length === 1 && <View id={anchorOf('service', first.id)} />}
      <OwnBookings scene={scene} own={own} flow={flow} />
      {services.length > 1 && <ServiceChoice scene={scene} chosen={service} onChoose={setServiceId} />}
      {service.maxParty > service.minParty && (
        <PartySize scene={scene} service={service} size={partySize} onChoose={setParty} />
      )}
      {staff.length > 1 && <StaffChoice scene={scene} staff={staff} chosen={resourceId} onChoose={setStaff} />}
      {isStay ? (
        <StayPicker
          key={service.id}
          scene={scene}
          service={service}
          nights={alive ? state.slots : exampleNights(service, today, shop.timeZone)}
          failure={state.slotsFailure}
          onRetry={() => state.query && void flow.look(state.query)}
          onPick={(from, count) => {
            setNights(count)
            if (alive) void flow.pick(from, Date.now(), count)
          }}
        />
      ) : (
        <>
          <DayStrip scene={scene} days={days} chosen={day} today={today} onChoose={setDay} />
          <SlotGrid
            scene={scene}
            slots={alive ? state.slots : exampleSlots(shop, day)}
            failure={state.slotsFailure}
            picked={state.picked}
            onRetry={() => state.query && void flow.look(state.query)}
            onPick={(slot) => alive && void flow.pick(slot, Date.now())}
            onLater={later ? () => setDay(later) : undefined}
          />
        </>
      )}
      {state.picked && (
        <BookingSheet
          scene={scene}
          service={service}
          partySize={partySize}
          nights={isStay ? nights : 0}
          picked={state.picked}
          state={state}
          flow={flow}
          asksNote={asksNote}
        />
      )}
    </>
  )
}
