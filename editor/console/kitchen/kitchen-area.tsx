import { ChefHat, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Button, EmptyState, Segmented } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { StationSettings } from '#platform/contract/kitchen.ts'
import type { MerchantOrder } from '#platform/contract/merchant.ts'
import { Answer, AreaHead } from '../area.tsx'
import { useOrders, useStations } from '../queries.ts'
import { arrangeKitchen, stationChoices } from '../rules/kitchen.ts'
import { useCanWork, useShop } from '../shop-context.ts'
import { useNow } from '../use-now.ts'
import { keptStation, keepStation } from './kept-station.ts'
import { usePrintTicket } from './print-ticket.tsx'
import { TicketCard } from './ticket-card.tsx'
import { useTicketMoves } from './use-ticket-moves.ts'
import '../orders/order-card.css'
import './kitchen.css'

/** The kitchen's screen: what is to be made at one station, or at all of them. */
export function KitchenArea() {
  const { program } = useShop()
  const orders = useOrders(program.id)
  const stations = useStations(program.id)
  return (
    <Answer query={orders}>
      {(known) => <Answer query={stations}>{(settings) => <Kitchen orders={known} settings={settings} />}</Answer>}
    </Answer>
  )
}

interface KitchenProps {
  readonly orders: readonly MerchantOrder[]
  readonly settings: StationSettings
}

function Kitchen({ orders, settings }: KitchenProps) {
  const words = useWords()
  const { ordering } = words
  const { program } = useShop()
  const canWork = useCanWork()
  const nowMs = useNow()
  const [chosen, setChosen] = useState(() => keptStation(program.id))
  const choices = stationChoices(settings.stations, orders)
  const station = choices.some(({ value }) => value === chosen) ? chosen : 'all'
  const { open, done } = arrangeKitchen(orders, station)
  const { move, moving } = useTicketMoves()
  const { paper, print } = usePrintTicket()
  const nameOf = (name: string) => name || ordering.noStation
  return (
    <>
      <AreaHead title={words.console.areas.kitchen} note={ordering.kitchenNote(open.length)}>
        {choices.length > 1 ? (
          <Segmented
            label={ordering.station}
            isLabelHidden
            options={[
              { value: 'all', label: ordering.allStations },
              ...choices.map(({ value, name }) => ({ value, label: nameOf(name ?? '') })),
            ]}
            value={station}
            onChange={(value) => {
              setChosen(value)
              keepStation(program.id, value)
            }}
          />
        ) : null}
      </AreaHead>
      {open.length === 0 ? (
        <EmptyState
          icon={<ChefHat size={28} />}
          title={ordering.nothingToMakeTitle}
          text={ordering.nothingToMakeText}
        />
      ) : (
        <ul className="kitchen">
          {open.map((shown) => (
            <li key={shown.ticket.id}>
              <TicketCard
                shown={shown}
                nowMs={nowMs}
                isMoving={moving.has(shown.ticket.id)}
                stationName={station === 'all' && choices.length > 1 ? nameOf(shown.ticket.stationName) : null}
                onMove={(to) => move(shown, to)}
                onPrint={() => print(shown)}
              />
            </li>
          ))}
        </ul>
      )}
      {done.length > 0 ? (
        <section className="kitchen-done" aria-label={ordering.justDone}>
          <h2 className="section-title">{ordering.justDone}</h2>
          <ul>
            {done.map((shown) => (
              <li key={shown.ticket.id} className="panel kitchen-done__ticket">
                <b>{shown.order.number}</b>
                <span>{shown.lines.map(({ name, quantity }) => `${quantity}× ${name}`).join(', ')}</span>
                {canWork ? (
                  <Button
                    icon={<Undo2 size={16} aria-hidden />}
                    aria-label={ordering.recallNamed(shown.order.number ?? 0)}
                    isDisabled={moving.has(shown.ticket.id)}
                    onPress={() => move(shown, 'cooking')}
                  >
                    {ordering.recall}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {paper}
    </>
  )
}
