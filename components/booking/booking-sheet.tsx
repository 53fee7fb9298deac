import { useState } from 'react'
import { Button, Icon, Input, Label, ScrollView, Sheet, Text, View } from '#components/primitives/index.ts'
import type { Service, Slot } from '#model/shop/bookings.ts'
import { ContactFields, contactProblem, useContactDraft } from '../kit/contact-fields.tsx'
import { failureWords } from '../kit/failure-words.ts'
import { Bone, LoadingBox } from '../kit/state-boxes.tsx'
import type { BookingFlow, BookingState } from './booking-flow.ts'
import { Confirmation } from './confirmation.tsx'
import { Countdown } from './countdown.tsx'
import { nearestSlots } from './days.ts'
import { type BookingScene, momentText } from './scene.ts'

interface BookingSheetProps {
  readonly scene: BookingScene
  readonly service: Service
  readonly partySize: number
  readonly picked: Slot
  readonly state: BookingState
  readonly flow: BookingFlow
  readonly asksNote: boolean
}

/** Everything after a time was chosen: held, filled in, confirmed; or what to do when that did not work out. */
export function BookingSheet(props: BookingSheetProps) {
  const { scene, service, partySize, picked, state, flow } = props
  const { words, shop, host } = scene
  // Kept here, so that losing the hold loses nothing that was typed.
  const contact = useContactDraft(host)
  const [note, setNote] = useState('')
  const form = { contact, note, setNote }
  return (
    <Sheet open title={state.booked ? words.booked : words.details} closeLabel={words.close} onClose={flow.leave}>
      {state.booked ? (
        <Confirmation scene={scene} booked={state.booked} onClose={flow.leave} />
      ) : (
        <>
          <View className="b-booking__summary">
            <Text className="b-booking__moment">{momentText(scene, picked.startsAtIso, shop.timeZone)}</Text>
            <Text className="b-booking__small">
              {[service.name, service.maxParty > 1 && words.guests(partySize), words.minutes(service.durationMinutes)]
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

function HeldForm({ scene, picked, state, flow, asksNote, expiresAtIso, contact, note, setNote }: HeldFormProps) {
  const { words, env } = scene
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
    void flow.pick(picked, Date.now())
  }

  return (
    <>
      <ScrollView scrollY className="b-booking__sheet-body">
        <Countdown key={expiresAtIso} words={words} untilIso={expiresAtIso} onEnd={() => setRunOut(true)} />
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
            <Text>{busy ? words.confirming : words.confirm}</Text>
          </Button>
        )}
      </View>
    </>
  )
}

/** While the hold is asked for, and when it was refused or lost. */
function NotHeld({ scene, picked, state, flow }: BookingSheetProps) {
  const { words, env } = scene
  const { failure, slots } = state
  const pick = (slot: Slot) => void flow.pick(slot, Date.now())
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
  const others = taken && slots ? nearestSlots(slots, picked, 4) : []
  return (
    <>
      <View className="b-booking__sheet-body">
        <View className="b-booking__said" ariaRole="alert">
          <Icon name="info" />
          <Text>{failureWords(failure.code, env.language)}</Text>
        </View>
        {taken && slots && (
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
