import './check-in.css'
import { useState } from 'react'
import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import type { Membership } from '#model/shop/members.ts'
import { createAskOnce } from '../kit/ask-once.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { FailedBox } from '../kit/failed-box.tsx'
import { failureWords } from '../kit/failure-words.ts'
import { JoinFirst } from '../kit/join-first.tsx'
import { timeText } from '../kit/shop-time.ts'
import { Bone, EmptyBox, LoadingBox } from '../kit/state-boxes.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import { dayStrip, pointsOn } from './day-strip.ts'
import type { CheckInProps } from './definition.ts'
import { checkInWords } from './words.ts'

export function CheckInView({ props, data, host, env }: BlockViewProps<CheckInProps>) {
  const { membership, shop, card } = data
  const words = checkInWords(env)
  const [askOnce] = useState(() => createAskOnce(host))
  const [busy, setBusy] = useState(false)
  // Just checked in: drawn at once, before the card has been loaded again.
  const [fresh, setFresh] = useState<Membership | null>(null)
  const failed = [membership, shop, card].find((each) => each.status === 'failed')
  if (failed?.status === 'failed') return <FailedBox env={env} code={failed.code} retry={failed.retry} />
  if (membership.status !== 'ready' || shop.status !== 'ready' || card.status !== 'ready')
    return (
      <LoadingBox env={env} className="b-check-in">
        <Bone height="212px" />
      </LoadingBox>
    )
  const rule = membership.value.checkIn
  if (!rule) return <EmptyBox icon="calendar" text={env.mode === 'canvas' ? words.offCanvas : words.off} />
  const own = [card.value?.checkIn, fresh?.checkIn].find((each) => each?.isDone) ?? card.value?.checkIn
  // Left open over night, the page knows that another day has begun.
  const isDone = own?.isDone === true && Date.parse(own.dayEndsAtIso) > env.nowMs
  const streak = own?.streak ?? 0
  const today = isDone ? streak : streak + 1
  const toPrize = rule.streakDays && rule.streakPoints ? rule.streakDays - (streak % rule.streakDays) : 0
  const press = async () => {
    setBusy(true)
    const answer = await askOnce((_nothing: null, key) => host.shop.checkIn(key), null)
    setBusy(false)
    if (answer.ok) setFresh(answer.value)
    else host.toast(failureWords(answer.failure.code, env.language))
    host.refresh('card')
  }
  return (
    <View className="b-check-in">
      <View className="b-check-in__panel">
        <View className="b-check-in__head">
          <EditableText
            prop="title"
            value={props.title}
            env={env}
            hint={words.titleHint}
            headingLevel={2}
            className="b-check-in__title"
          />
          <Text className="b-check-in__streak" ariaLive="polite">
            {streak > 0 ? words.streak(streak) : words.start}
          </Text>
        </View>
        <View className="b-check-in__days" ariaRole="list" ariaLabel={words.days}>
          {dayStrip(rule, streak, isDone).map(({ day, points, isDone: done, isPrize }) => (
            <View
              key={day}
              ariaRole="listitem"
              ariaLabel={words.day(day, points, done)}
              className={`b-check-in__day${done ? ' b-check-in__day--done' : day === today ? ' b-check-in__day--today' : ''}`}
            >
              <View className="b-check-in__coin" ariaHidden>
                {done ? (
                  <Icon name="check" size={18} />
                ) : isPrize ? (
                  <Icon name="gift" size={18} />
                ) : (
                  <Text>+{points}</Text>
                )}
              </View>
              <Text className="b-check-in__number" ariaHidden>
                {day}
              </Text>
            </View>
          ))}
        </View>
        {toPrize > 0 && <Text className="b-check-in__small">{words.prize(toPrize, rule.streakPoints ?? 0)}</Text>}
        {!card.value ? (
          <JoinFirst env={env} host={host} link={props.join} text={words.join} />
        ) : isDone ? (
          <View className="b-check-in__done" ariaRole="status">
            <Icon name="check" size={20} />
            <Text>{words.done}</Text>
            <Text className="b-check-in__small">
              {words.again(timeText(own?.dayEndsAtIso ?? '', shop.value.timeZone))}
            </Text>
          </View>
        ) : (
          <Button
            className="b-check-in__main"
            disabled={busy}
            ariaBusy={busy}
            onClick={() => env.mode !== 'canvas' && void press()}
          >
            <Text>{busy ? words.pressing : words.press(pointsOn(rule, today))}</Text>
          </Button>
        )}
      </View>
    </View>
  )
}
