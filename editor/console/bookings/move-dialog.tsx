import { useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Button, Dialog } from '#editor/ui/index.ts'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import { dayIn, timeText, whenText } from '#components/kit/shop-time.ts'
import type { Booking } from '#model/shop/bookings.ts'
import type { MoveSlot } from '#platform/contract/merchant.ts'
import { Answer } from '../area.tsx'
import { useBookingMoves } from '../queries.ts'
import { useShop } from '../shop-context.ts'
import { DayPicker } from './day-picker.tsx'
import { useMoveBooking } from './use-move-booking.ts'

export interface MoveDialogProps {
  readonly booking: Booking
  readonly onClose: () => void
}

/** Another time, and if wanted another table, for a booking. */
export function MoveDialog({ booking, onClose }: MoveDialogProps) {
  const words = useWords().console
  const language = useLanguage()
  const { program } = useShop()
  const { timeZone } = booking
  const [day, setDay] = useState(dayIn(timeZone, Date.parse(booking.startsAtIso)))
  const [startsAtIso, setStart] = useState<string | null>(null)
  const [resourceId, setResource] = useState<string | null>(null)
  const slots = useBookingMoves(program.id, booking.id, day)
  const move = useMoveBooking(onClose)
  const choose = (iso: string | null) => {
    setStart(iso)
    setResource(null)
  }
  const chosen = slots.status === 'ready' ? slots.value.find((slot) => slot.startsAtIso === startsAtIso) : undefined
  return (
    <Dialog
      title={words.moveTitle(booking.contactName)}
      isOpen
      onClose={onClose}
      widthPx={480}
      foot={
        <>
          <Button onPress={onClose}>{words.moveStay}</Button>
          <Button
            variant="primary"
            isDisabled={!chosen}
            isPending={move.busy}
            onPress={() => {
              if (chosen) void move.run({ booking, startsAtIso: chosen.startsAtIso, resourceId })
            }}
          >
            {chosen ? words.moveTo(timeText(chosen.startsAtIso, timeZone)) : words.moveWhen}
          </Button>
        </>
      }
    >
      <div className="move-booking">
        <p className="move-booking__now">
          {words.moveNow(whenText(booking.startsAtIso, timeZone, language, Date.now()))}
        </p>
        <DayPicker
          day={day}
          today={dayIn(timeZone, Date.now())}
          onChange={(next) => {
            setDay(next)
            choose(null)
          }}
        />
        <Answer query={slots}>
          {(all) => <Times slots={all} booking={booking} chosen={startsAtIso} onChoose={choose} />}
        </Answer>
        {chosen && chosen.free.length > 1 ? (
          <ToggleButtonGroup
            className="move-booking__where"
            aria-label={words.moveWhere}
            selectionMode="single"
            selectedKeys={resourceId === null ? [] : [resourceId]}
            onSelectionChange={(keys) => setResource([...keys].map(String)[0] ?? null)}
          >
            {chosen.free.map(({ id, label }) => (
              <ToggleButton key={id} id={id} className="chip">
                {label}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        ) : null}
      </div>
    </Dialog>
  )
}

interface TimesProps {
  readonly slots: readonly MoveSlot[]
  readonly booking: Booking
  readonly chosen: string | null
  readonly onChoose: (startsAtIso: string | null) => void
}

function Times({ slots, booking, chosen, onChoose }: TimesProps) {
  const words = useWords().console
  const startMs = Date.parse(booking.startsAtIso)
  // At its own time it could only change the table.
  const open = slots.filter(({ available, startsAtIso, free }) => {
    const isOwn = Date.parse(startsAtIso) === startMs
    return available && (!isOwn || free.some(({ label }) => !booking.resourceLabels.includes(label)))
  })
  if (open.length === 0) return <p className="move-booking__now">{words.moveNone}</p>
  return (
    <ToggleButtonGroup
      className="move-booking__times"
      aria-label={words.moveWhen}
      selectionMode="single"
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => onChoose([...keys].map(String)[0] ?? null)}
    >
      {open.map(({ startsAtIso, localTime }) => (
        <ToggleButton key={startsAtIso} id={startsAtIso} className="chip">
          {localTime}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
