import { BellRing, Check, RotateCcw, UserX } from 'lucide-react'
import type { ReactNode } from 'react'
import { api, queryCache, useMutation, type ApiFailure } from '#editor/api/index.ts'
import { Button, IconButton, showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords, wordsNow } from '#editor/words/use-words.ts'
import type { CounterQueue, CounterTicket, TicketAction } from '#platform/contract/queue.ts'
import { keys } from '../keys.ts'
import { useShop } from '../shop-context.ts'
import { useNow } from '../use-now.ts'

type Lane = CounterQueue['lines'][number]

export const numberOf = ({ line, number }: Pick<CounterTicket, 'line' | 'number'>) => `${line}${number}`

/** One line: who was called on top, then who is next with the one large button, then the others. */
export function QueueLane({ lane: { line, paceMinutes, tickets } }: { readonly lane: Lane }) {
  const { queue } = useWords()
  const { program } = useShop()
  const refresh = () => void queryCache.refresh(keys.queue(program.id))
  const step = useMutation(
    ({ ticket, action }: { readonly ticket: CounterTicket; readonly action: TicketAction }) =>
      api.stepTicket(program.id, ticket.id, action, ticket.version),
    {
      onDone: refresh,
      onFailed(failure: ApiFailure) {
        const words = wordsNow()
        const text = failure.code === 'conflict' ? words.queue.fasterElsewhere : failureText(failure, words)
        showToast({ text, tone: 'bad' })
        refresh()
      },
    },
  )
  const of = (status: CounterTicket['status']) => tickets.filter((ticket) => ticket.status === status)
  const [called, waiting, skipped] = [of('called'), of('waiting'), of('skipped')]
  const [next] = waiting
  const act = (ticket: CounterTicket, action: TicketAction) => () => void step.run({ ticket, action })
  return (
    <section className="panel queue-lane" aria-label={queue.line(line)}>
      <header className="queue-lane__head">
        <h2 className="queue-lane__line">{line}</h2>
        <p className="queue-lane__size">{queue.sizes[line]}</p>
        <p className="queue-lane__pace">
          {queue.waiting(waiting.length)} · {queue.pace(Math.round(paceMinutes))}
        </p>
      </header>
      {called.map((ticket) => (
        <Ticket key={ticket.id} ticket={ticket}>
          <IconButton
            label={`${queue.skip}: ${numberOf(ticket)}`}
            icon={<UserX size={18} aria-hidden />}
            isDisabled={step.busy}
            onPress={act(ticket, 'skip')}
          />
          <Button icon={<Check size={16} aria-hidden />} isDisabled={step.busy} onPress={act(ticket, 'done')}>
            {queue.seat}
          </Button>
        </Ticket>
      ))}
      {next ? (
        <Button
          variant="primary"
          size="large"
          isWide
          icon={<BellRing size={18} aria-hidden />}
          isDisabled={step.busy}
          onPress={act(next, 'call')}
        >
          {queue.callNext(numberOf(next))}
        </Button>
      ) : (
        <p className="queue-lane__none">{queue.nobody}</p>
      )}
      {waiting.map((ticket) => (
        <Ticket key={ticket.id} ticket={ticket}>
          <IconButton
            label={`${queue.skip}: ${numberOf(ticket)}`}
            icon={<UserX size={18} aria-hidden />}
            isDisabled={step.busy}
            onPress={act(ticket, 'skip')}
          />
        </Ticket>
      ))}
      {skipped.length > 0 ? (
        <details className="queue-lane__skipped">
          <summary>{queue.skipped(skipped.length)}</summary>
          {skipped.map((ticket) => (
            <Ticket key={ticket.id} ticket={ticket}>
              <Button icon={<RotateCcw size={16} aria-hidden />} isDisabled={step.busy} onPress={act(ticket, 'back')}>
                {queue.back}
              </Button>
            </Ticket>
          ))}
        </details>
      ) : null}
    </section>
  )
}

function Ticket({ ticket, children }: { readonly ticket: CounterTicket; readonly children: ReactNode }) {
  const { queue } = useWords()
  const nowMs = useNow()
  const isCalled = ticket.status === 'called'
  const sinceIso = isCalled ? (ticket.calledAtIso ?? ticket.takenAtIso) : ticket.takenAtIso
  const minutes = Math.max(0, Math.floor((nowMs - Date.parse(sinceIso)) / 60_000))
  return (
    <div className={`queue-ticket queue-ticket--${ticket.status}`}>
      <span className="queue-ticket__number">{numberOf(ticket)}</span>
      <span className="queue-ticket__words">
        <span>
          {queue.people(ticket.partySize)}
          {ticket.name ? ` · ${ticket.name}` : ''}
        </span>
        <span className="queue-ticket__since">{isCalled ? queue.calledSince(minutes) : queue.since(minutes)}</span>
      </span>
      <span className="queue-ticket__tools">{children}</span>
    </div>
  )
}
