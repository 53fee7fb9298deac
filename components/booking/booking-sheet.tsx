import { useState } from 'react'
import { Button, Icon, Input, Label, ScrollView, Sheet, Text, View } from '#components/primitives/index.ts'
import { bookingPriceMinor } from '#model/shop/booking-price.ts'
import type { Service, Slot } from '#model/shop/bookings.ts'
import { ContactFields, contactProblem, useContactDraft } from '../kit/contact-fields.tsx'
import { failureWords } from '../kit/failure-words.ts'
import { formatMoney } from '../kit/money.ts'
import { Bone, LoadingBox } from '../kit/state-boxes.tsx'
import type { BookingFlow, BookingState } from './booking-flow.ts'
import { Confirmation, doneTitle } from './confirmation.tsx'
import { Countdown } from './countdown.tsx'
import { nearestSlots } from './days.ts'
import { type BookingScene, momentText } from './scene.ts'
import { depositOf, Terms } from './terms.tsx'

interface BookingSheetProps {
  readonly scene: BookingScene
  readonly service: Service
  readonly partySize: number
  /** Of a room; 0 for a visit. */
  readonly nights: number
  readonly picked: Slot
  readonly state: BookingState
  readonly flow: BookingFlow
  readonly asksNote: boolean
}

/** Everything after a time was chosen: held, filled in, confirmed; or what to do when that did not work out. */
export function BookingSheet(props: BookingSheetProps) {
  const { scene, service, partySize, nights, picked, state, flow } = props
  const { words, shop, host, env } = scene
  // Kept here, so that losing the hold loses nothing that was typed.
  const contact = useContactDraft(host)
  const [note, setNote] = useState('')
  const form = { contact, note, setNote }
  const priceMinor = bookingPriceMinor(service, { partySize, nights })
  const price = priceMinor ? formatMoney(priceMinor, shop.currency, env.language) : ''
  return (
    <Sheet
      open
      title={state.booked ? doneTitle(state.booked, words) : words.details}
      closeLabel={words.close}
      onClose={flow.leave}
    >
      {state.booked ? (
        <Confirmation scene={scene} booked={state.booked} state={state} flow={flow} onClose={flow.leave} />
      ) : (
        <>
          <View className="b-booking__summary">
            <Text className="b-booking__moment">{momentText(scene, picked.startsAtIso, shop.timeZone)}</Text>
            <Text className="b-booking__small">
              {[
                service.name,
                service.maxParty > 1 && words.guests(partySize),
                nights ? words.nights(nights) : words.minutes(service.durationMinutes),
                price,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </View>
          {state.hold ? (
            <HeldForm {...props} {...form} expiresAtIso={state.hold.expiresAtIso} />
          ) : (
            <NotHeld {...props} />
          )}
        </>
      )}
    </Sheet>
  )
}

interface HeldFormProps extends BookingSheetProps {
  readonly expiresAtIso: string
  readonly contact: ReturnType<typeof useContactDraft>
  readonly note: string
  readonly setNote: (note: string) => void
}

function HeldForm(props: HeldFormProps) {
  const { scene, service, partySize, nights, picked, state, flow, asksNote, expiresAtIso, contact, note, setNote } =
    props
  const { words, shop, env } = scene
  const depositMinor = depositOf(service, partySize)
  const goOn = depositMinor
    ? words.confirmAndPay(formatMoney(depositMinor, shop.currency, env.language))
    : service.needsApproval
      ? words.ask
      : words.confirm
  const { draft, setDraft, keep } = contact
  const [tried, setTried] = useState(false)
  const [runOut, setRunOut] = useState(false)
  const problem = contactProblem(draft)
  const busy = state.busy === 'confirming'

  const submit = () => {
    setTried(true)
    if (problem) return
    keep()
    void flow.confirm({ name: draft.name, phone: draft.phone, note })
  }
  const again = () => {
    setRunOut(false)
    void flow.pick(picked, Date.now(), nights)
  }

  return (
    <>
      <ScrollView scrollY className="b-booking__sheet-body">
        <Countdown key={expiresAtIso} words={words} untilIso={expiresAtIso} onEnd={() => setRunOut(true)} />
        <Terms scene={scene} service={service} partySize={partySize} startsAtIso={picked.startsAtIso} />
        <ContactFields env={env} id={scene.id} draft={draft} onChange={setDraft} problem={tried ? problem : null} />
        {asksNote && (
          <View className="b-booking__field">
            <Label for={`${scene.id}-note`} className="b-booking__field-name">
              {words.note}
            </Label>
            <Input
              id={`${scene.id}-note`}
              value={note}
              maxlength={200}
              placeholder={words.noteHint}
              onInput={(event) => setNote(event.detail.value)}
            />
          </View>
        )}
      </ScrollView>
      {state.failure && (
        <View className="b-booking__alert" ariaRole="alert">
          <Text>{failureWords(state.failure.code, env.language)}</Text>
        </View>
      )}
      <View className="b-booking__foot">
        {runOut && !busy ? (
          <Button className="b-booking__main" onClick={again}>
            <Text>{words.holdAgain}</Text>
          </Button>
        ) : (
          <Button className="b-booking__main" disabled={busy} ariaBusy={busy} onClick={submit}>
            <Text>{busy ? words.confirming : goOn}</Text>
          </Button>
        )}
      </View>
    </>
  )
}

/** While the hold is asked for, and when it was refused or lost. */
function NotHeld({ scene, picked, nights, state, flow }: BookingSheetProps) {
  const { words, env } = scene
  const { failure, slots } = state
  const pick = (slot: Slot) => void flow.pick(slot, Date.now(), nights)
  if (!failure)
    return (
      <LoadingBox env={env}>
        <View className="b-booking__sheet-body">
          <Text className="b-booking__small">{words.holding}</Text>
          <Bone height="44px" />
          <Bone height="44px" />
          <Bone height="44px" />
        </View>
      </LoadingBox>
    )
  const taken = failure.code === 'slot-taken'
  const others = taken && slots && !nights ? nearestSlots(slots, picked, 4) : []
  return (
    <>
      <View className="b-booking__sheet-body">
        <View className="b-booking__said" ariaRole="alert">
          <Icon name="info" />
          <Text>{failureWords(failure.code, env.language)}</Text>
        </View>
        {taken && slots && !nights && (
          <Text className="b-booking__small">{others.length ? words.alternatives : words.noAlternatives}</Text>
        )}
        {others.length > 0 && (
          <View className="b-booking__grid">
            {others.map((slot) => (
              <Button key={slot.startsAtIso} className="b-booking__slot" onClick={() => pick(slot)}>
                <Text>{slot.localTime}</Text>
              </Button>
            ))}
          </View>
        )}
      </View>
      <View className="b-booking__foot">
        {taken || failure.code === 'preview-only' ? (
          <Button className="b-booking__main" onClick={flow.leave}>
            <Text>{words.otherTime}</Text>
          </Button>
        ) : (
          <Button className="b-booking__main" onClick={() => pick(picked)}>
            <Text>{failure.code === 'hold-expired' ? words.holdAgain : words.retry}</Text>
          </Button>
        )}
      </View>
    </>
  )
}
