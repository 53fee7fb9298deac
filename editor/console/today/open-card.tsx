import { DoorClosed, DoorOpen, PauseCircle } from 'lucide-react'
import { Badge, Button, showToast, Switch } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { dayIn, periodsOn } from '#components/kit/shop-time.ts'
import type { Today } from '#platform/contract/merchant.ts'
import { useChangeSettings } from '../change-settings.ts'
import { asUsualOn, closedOn } from '../rules/hours.ts'
import { useCanWork, useShop } from '../shop-context.ts'
import { useNow } from '../use-now.ts'

/** Whether customers can order right now, and the two ways to change that. */
export function OpenCard({ today }: { readonly today: Today }) {
  const words = useWords()
  const { settings } = useShop()
  const canWork = useCanWork()
  const change = useChangeSettings()
  const day = dayIn(settings.timeZone, useNow(60_000))
  const exception = settings.hours.exceptions.find(({ date }) => date === day)
  const isClosedToday = exception !== undefined && exception.periods.length === 0
  const periods = periodsOn(settings.hours, day)

  const closeToday = () => {
    const before = settings.hours
    void change.run({ hours: closedOn(before, day, '') }).then((changed) => {
      if (!changed) return
      showToast({
        text: words.console.closedTodayDone,
        action: { label: words.common.undo, run: () => void change.run({ hours: before }) },
      })
    })
  }

  return (
    <section className="today-card today-open" aria-label={words.console.openTitle}>
      <div className="today-open__head">
        <span className={`today-open__icon${today.isOpen ? ' today-open__icon--open' : ''}`}>
          {today.isOpen ? <DoorOpen size={24} aria-hidden /> : <DoorClosed size={24} aria-hidden />}
        </span>
        <div className="today-open__words">
          <h2 className="today-open__state">{today.isOpen ? words.console.isOpen : words.console.isClosed}</h2>
          <p className="today-card__note">
            {periods.length === 0
              ? words.console.closedAllDay
              : periods.map(({ opens, closes }) => `${opens}–${closes}`).join(words.console.periodJoin)}
          </p>
        </div>
        {today.ordersPaused ? (
          <Badge tone="warn" icon={<PauseCircle size={14} aria-hidden />}>
            {words.console.paused}
          </Badge>
        ) : null}
      </div>
      {canWork ? (
        <div className="today-open__tools">
          <Switch
            label={words.console.pauseOrders}
            help={words.console.pauseHelp}
            isSelected={today.ordersPaused}
            onChange={(ordersPaused) => void change.run({ ordersPaused })}
          />
          {isClosedToday ? (
            <Button isWide onPress={() => void change.run({ hours: asUsualOn(settings.hours, day) })}>
              {words.console.openAsUsual}
            </Button>
          ) : (
            <Button isWide onPress={closeToday}>
              {words.console.closeToday}
            </Button>
          )}
        </div>
      ) : null}
    </section>
  )
}
