import { DoorClosed, DoorOpen, PauseCircle } from 'lucide-react'
import { Badge, Button, Switch } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { periodsOn } from '#components/kit/opening-periods.ts'
import { dayIn } from '#components/kit/shop-time.ts'
import type { ChangeShopSettingsInput, Today } from '#platform/contract/merchant.ts'
import { useChangeSettings } from '../change-settings.ts'
import { offerUndo } from '../offer-undo.ts'
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

  const changeWithUndo = async (to: ChangeShopSettingsInput, before: ChangeShopSettingsInput, said: string) => {
    if (await change.run(to)) offerUndo(said, () => change.run(before))
  }
  const { hours } = settings
  const closeToday = () =>
    void changeWithUndo({ hours: closedOn(hours, day, '') }, { hours }, words.console.closedTodayDone)
  const openAsUsual = () =>
    void changeWithUndo({ hours: asUsualOn(hours, day) }, { hours }, words.console.openAsUsualDone)
  const pause = (ordersPaused: boolean) =>
    void changeWithUndo(
      { ordersPaused },
      { ordersPaused: !ordersPaused },
      ordersPaused ? words.console.pausedDone : words.console.resumedDone,
    )

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
            onChange={pause}
          />
          {isClosedToday ? (
            <Button isWide onPress={openAsUsual}>
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
