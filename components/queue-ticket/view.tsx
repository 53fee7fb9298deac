import { useState } from 'react'
import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import type { ShopFailureCode } from '#model/shop/failure.ts'
import { lineFor, MOST_PARTY } from '#model/shop/queue-lines.ts'
import type { QueueView } from '#model/shop/queue.ts'
import { createAskOnce } from '../kit/ask-once.ts'
import type { ViewPropsOf } from '../kit/define-block.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { FailedBox } from '../kit/failed-box.tsx'
import { failureWords } from '../kit/failure-words.ts'
import { Bone, LoadingBox } from '../kit/state-boxes.tsx'
import type { queueTicket } from './definition.ts'
import './queue-ticket.css'
import { OwnTicket } from './own-ticket.tsx'
import { queueWords } from './words.ts'

export type QueueBlock = ViewPropsOf<typeof queueTicket>

export function QueueTicketView(block: QueueBlock) {
  const { props, data, env } = block
  const words = queueWords(env)
  const { queue } = data
  return (
    <View className="b-queue-ticket">
      <EditableText
        prop="title"
        value={props.title}
        env={env}
        hint={words.titleHint}
        headingLevel={2}
        className="b-queue-ticket__title"
      />
      {queue.status === 'loading' && (
        <LoadingBox env={env}>
          <Bone className="b-queue-ticket__bone" />
        </LoadingBox>
      )}
      {queue.status === 'failed' && <FailedBox env={env} code={queue.code} retry={queue.retry} />}
      {queue.status === 'ready' && <Queue block={block} queue={queue.value} />}
      <EditableText prop="note" value={props.note} env={env} hint={words.noteHint} className="b-queue-ticket__note" />
    </View>
  )
}

function Queue({ block, queue }: { readonly block: QueueBlock; readonly queue: QueueView }) {
  const { host, env } = block
  const words = queueWords(env)
  const [partySize, setPartySize] = useState(2)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ShopFailureCode | null>(null)
  const [askOnce] = useState(() => createAskOnce(host))
  const isCanvas = env.mode === 'canvas'
  const { ticket } = queue
  const isIn = ticket?.status === 'waiting' || ticket?.status === 'called'

  const take = async () => {
    setBusy(true)
    setFailure(null)
    const taken = await askOnce(host.shop.takeTicket, { partySize })
    // Somebody who has a number already sees it.
    if (taken.ok || taken.failure.code === 'conflict') await host.refresh('queue')
    else setFailure(taken.failure.code)
    setBusy(false)
  }
  const step = (by: number) =>
    isCanvas ? undefined : () => setPartySize((now) => Math.min(MOST_PARTY, Math.max(1, now + by)))

  const line = lineFor(partySize)
  return (
    <>
      {ticket && ticket.status !== 'left' && <OwnTicket key={ticket.id} block={block} ticket={ticket} />}
      {!isIn && (
        <View className="b-queue-ticket__card">
          <View className="b-queue-ticket__lines" ariaRole="list">
            {queue.lines.map((each) => (
              <View
                key={each.line}
                ariaRole="listitem"
                className={`b-queue-ticket__line${each.line === line && queue.isOpen ? ' b-queue-ticket__line--own' : ''}`}
              >
                <Text className="b-queue-ticket__letter">{each.line}</Text>
                <Text className="b-queue-ticket__size">{words.sizes[each.line]}</Text>
                <Text className="b-queue-ticket__wait">
                  {each.waiting === 0
                    ? words.noWait
                    : `${words.parties(each.waiting)} · ${words.about(each.waitMinutes)}`}
                </Text>
              </View>
            ))}
          </View>
          {queue.isOpen ? (
            <>
              <View className="b-queue-ticket__party" ariaRole="group" ariaLabel={words.howMany}>
                <Text>{words.howMany}</Text>
                <View className="b-queue-ticket__stepper">
                  <Button
                    className="b-queue-ticket__step"
                    ariaLabel={words.fewer}
                    disabled={partySize === 1}
                    onClick={step(-1)}
                  >
                    <Icon name="minus" />
                  </Button>
                  <Text className="b-queue-ticket__count" ariaLive="polite">
                    {words.people(partySize)}
                  </Text>
                  <Button
                    className="b-queue-ticket__step"
                    ariaLabel={words.more}
                    disabled={partySize === MOST_PARTY}
                    onClick={step(1)}
                  >
                    <Icon name="plus" />
                  </Button>
                </View>
              </View>
              {failure && (
                <Text className="b-queue-ticket__problem" ariaRole="alert">
                  {failure === 'closed' ? words.closed : failureWords(failure, env.language)}
                </Text>
              )}
              <Button
                className="b-queue-ticket__main"
                disabled={isBusy}
                ariaBusy={isBusy}
                onClick={isCanvas ? undefined : () => void take()}
              >
                <Icon name="ticket" size={20} />
                <Text>{isBusy ? words.taking : words.take}</Text>
              </Button>
            </>
          ) : (
            <Text className="b-queue-ticket__closed">{words.closed}</Text>
          )}
        </View>
      )}
    </>
  )
}
