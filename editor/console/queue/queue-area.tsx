import { Plus, Users } from 'lucide-react'
import { useState } from 'react'
import { api, queryCache, useMutation } from '#editor/api/index.ts'
import { Button, EmptyState, showToast, Switch } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords, wordsNow } from '#editor/words/use-words.ts'
import type { CounterQueue } from '#platform/contract/queue.ts'
import { Answer, AreaHead } from '../area.tsx'
import { keys } from '../keys.ts'
import { useQueue } from '../queries.ts'
import { useShop } from '../shop-context.ts'
import { AddParty } from './add-party.tsx'
import { QueueLane } from './queue-lane.tsx'
import './queue.css'

/** Who waits for a table, a lane for each size of party: call the next one, seat them, pass over who is not there. */
export function QueueArea() {
  const words = useWords()
  const { program } = useShop()
  const query = useQueue(program.id)
  const [isAdding, setAdding] = useState(false)
  const toggle = useMutation((isTaking: boolean) => api.switchQueue(program.id, isTaking), {
    onDone: (queue) => queryCache.tell<CounterQueue>(keys.queue(program.id), () => queue),
    onFailed: (failure) => showToast({ text: failureText(failure, wordsNow()), tone: 'bad' }),
  })
  const waiting =
    query.status === 'ready'
      ? query.value.lines.flatMap(({ tickets }) => tickets).filter(({ status }) => status === 'waiting').length
      : undefined
  return (
    <>
      <AreaHead title={words.console.areas.queue} note={waiting === undefined ? null : words.queue.note(waiting)}>
        {query.status === 'ready' ? (
          <Switch
            label={words.queue.taking}
            isSelected={query.value.isTaking}
            isDisabled={toggle.busy}
            onChange={(isTaking) => void toggle.run(isTaking)}
          />
        ) : null}
        <Button icon={<Plus size={16} aria-hidden />} onPress={() => setAdding(true)}>
          {words.queue.add}
        </Button>
      </AreaHead>
      <Answer query={query}>{(queue) => <Lanes queue={queue} />}</Answer>
      {isAdding ? <AddParty onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function Lanes({ queue: { lines, isTaking, isShopOpen } }: { readonly queue: CounterQueue }) {
  const { queue } = useWords()
  const isEmpty = lines.every(({ tickets }) => tickets.length === 0)
  return (
    <>
      {isTaking && !isShopOpen ? <p className="queue-note">{queue.closedNote}</p> : null}
      {isEmpty ? (
        <EmptyState icon={<Users size={28} />} title={queue.emptyTitle} text={queue.emptyText} />
      ) : (
        <div className="queue-lanes">
          {lines.map((lane) => (
            <QueueLane key={lane.line} lane={lane} />
          ))}
        </div>
      )}
    </>
  )
}
