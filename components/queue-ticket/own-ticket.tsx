import { useState } from 'react'
import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import type { ShopFailureCode } from '#model/shop/failure.ts'
import type { QueueTicket } from '#model/shop/queue.ts'
import { createAskOnce } from '../kit/ask-once.ts'
import { failureWords } from '../kit/failure-words.ts'
import type { QueueBlock } from './view.tsx'
import { queueWords } from './words.ts'

/** The own number, read from a table's length away, and what it means now. */
export function OwnTicket({ block, ticket }: { readonly block: QueueBlock; readonly ticket: QueueTicket }) {
  const { host, env } = block
  const words = queueWords(env)
  const [isSure, setSure] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ShopFailureCode | null>(null)
  const [askOnce] = useState(() => createAskOnce(host))
  const { status, line, number, partySize, ahead, waitMinutes } = ticket
  const isIn = status === 'waiting' || status === 'called'

  const leave = async () => {
    setBusy(true)
    const left = await askOnce(host.shop.leaveQueue, ticket.id)
    // What the counter did in the meantime is shown instead.
    if (left.ok || left.failure.code === 'conflict') await host.refresh('queue')
    else setFailure(left.failure.code)
    setBusy(false)
    setSure(false)
  }
  return (
    <View className={`b-queue-ticket__own b-queue-ticket__own--${status}`}>
      <Text className="b-queue-ticket__small">
        {words.own} · {words.people(partySize)}
      </Text>
      <Text className="b-queue-ticket__number">
        {line}
        {number}
      </Text>
      <View className="b-queue-ticket__state" ariaLive="polite" ariaRole="status">
        {status === 'called' && <Icon name="bell" />}
        <Text className="b-queue-ticket__say">
          {status === 'waiting'
            ? ahead === 0
              ? words.next
              : words.ahead(ahead)
            : words[status === 'left' ? 'done' : status]}
        </Text>
      </View>
      {status === 'waiting' && <Text className="b-queue-ticket__small">{words.about(waitMinutes)}</Text>}
      {status === 'called' && <Text>{words.calledText}</Text>}
      {status === 'skipped' && <Text>{words.skippedText}</Text>}
      {failure && (
        <Text className="b-queue-ticket__problem" ariaRole="alert">
          {failureWords(failure, env.language)}
        </Text>
      )}
      {isIn && !isSure && (
        <Button className="b-queue-ticket__leave" onClick={() => setSure(true)}>
          <Text>{words.leave}</Text>
        </Button>
      )}
      {isIn && isSure && (
        <View className="b-queue-ticket__sure">
          <Button className="b-queue-ticket__leave" onClick={() => setSure(false)}>
            <Text>{words.stay}</Text>
          </Button>
          <Button className="b-queue-ticket__leave" disabled={isBusy} ariaBusy={isBusy} onClick={() => void leave()}>
            <Text>{words.leaveSure}</Text>
          </Button>
        </View>
      )}
    </View>
  )
}
