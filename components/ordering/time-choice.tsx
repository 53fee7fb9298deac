import { useState } from 'react'
import { Text, View } from '#components/primitives/index.ts'
import type { Quote } from '#model/shop/orders.ts'
import { dayIn, timeText, weekdayText } from '../kit/shop-time.ts'
import { wordsFor, type Words } from '../kit/words.ts'
import { PayOption } from './checkout-choices.tsx'
import type { MenuScene } from './scene.ts'

export interface TimeChoiceProps {
  readonly scene: MenuScene
  readonly promise: NonNullable<Quote['promise']>
  /** @param atIso - one of the promise's choices; null for as soon as possible */
  readonly onChoose: (atIso: string | null) => void
}

const en = {
  ready: 'Ready at',
  asap: 'As soon as possible',
  about: (when: string) => `about ${when}`,
  later: 'At a time I choose',
  day: 'Day',
  times: 'Time',
}

const words: Words<typeof en> = {
  en,
  'zh-CN': {
    ready: '取餐时间',
    asap: '尽快取餐',
    about: (when) => `约 ${when}`,
    later: '选个时间来取',
    day: '日期',
    times: '时间',
  },
}

/** When an order to carry away will be ready: as soon as it can, or at one of the times that the shop offers. */
export function TimeChoice({ scene, promise, onChoose }: TimeChoiceProps) {
  const say = wordsFor(scene.env.language, words)
  const { timeZone } = scene.shop
  const { choices } = promise
  const chosen = promise.isAsap ? undefined : promise.atIso
  const [asks, setAsks] = useState(false)
  // What was said last of "as soon as possible", to come back to; a closed shop has none.
  const [asapIso, setAsapIso] = useState<string | null>(null)
  if (promise.isAsap && promise.atIso !== asapIso) setAsapIso(promise.atIso)
  const days = [...new Set(choices.map((iso) => dayIn(timeZone, Date.parse(iso))))]
  const [wanted, setWanted] = useState<string | null>(null)
  const day = wanted ?? (chosen ? dayIn(timeZone, Date.parse(chosen)) : days[0])
  const today = dayIn(timeZone, scene.env.nowMs)

  if (!choices.length)
    return (
      <View className="b-menu__group">
        <Text className="b-menu__group-name">{say.ready}</Text>
        <Text>{say.about(scene.when(promise.atIso))}</Text>
      </View>
    )
  return (
    <>
      <View className="b-menu__group" ariaRole="radiogroup" ariaLabel={say.ready}>
        <Text className="b-menu__group-name">{say.ready}</Text>
        {asapIso !== null && (
          <PayOption
            name={say.asap}
            hint={say.about(scene.when(asapIso))}
            on={!asks && chosen === undefined}
            onTap={() => {
              setAsks(false)
              setWanted(null)
              onChoose(null)
            }}
          />
        )}
        <PayOption
          name={say.later}
          hint={chosen ? scene.when(chosen) : ''}
          on={asks || chosen !== undefined}
          onTap={() => setAsks(!asks)}
        />
      </View>
      {asks && days.length > 1 && (
        <View className="b-menu__chips b-menu__days" ariaRole="radiogroup" ariaLabel={say.day}>
          {days.map((each) => (
            <Chip
              key={each}
              text={weekdayText(each, scene.env.language, today)}
              on={each === day}
              onTap={() => setWanted(each)}
            />
          ))}
        </View>
      )}
      {asks && (
        <View className="b-menu__times" ariaRole="radiogroup" ariaLabel={say.times}>
          {choices
            .filter((iso) => dayIn(timeZone, Date.parse(iso)) === day)
            .map((iso) => (
              <Chip
                key={iso}
                text={timeText(iso, timeZone)}
                on={iso === chosen}
                onTap={() => {
                  setAsks(false)
                  onChoose(iso)
                }}
              />
            ))}
        </View>
      )}
    </>
  )
}

function Chip({ text, on, onTap }: { readonly text: string; readonly on: boolean; readonly onTap: () => void }) {
  return (
    <View className={`b-menu__chip b-menu__chip--time${on ? ' b-menu__chip--on' : ''}`}>
      <View className="b-menu__chip-tap" ariaRole="radio" ariaChecked={on} onClick={onTap}>
        <Text>{text}</Text>
      </View>
    </View>
  )
}
