import { TrendingDown, TrendingUp } from 'lucide-react'
import { useWords } from '#editor/words/use-words.ts'
import { changeSince } from '../rules/change-since.ts'

export interface TakingsProps {
  readonly takingsMinor: number
  /** By the same time a week ago. */
  readonly lastWeekMinor: number
  /** What of it customers gave as tips. */
  readonly tipsMinor: number
  readonly orders: number
  readonly money: (amountMinor: number) => string
}

/** The day's takings beside the same weekday's by the same time, so that the figure means something. */
export function Takings({ takingsMinor, lastWeekMinor, tipsMinor, orders, money }: TakingsProps) {
  const words = useWords()
  const percent = changeSince(takingsMinor, lastWeekMinor)
  const most = Math.max(takingsMinor, lastWeekMinor, 1)
  const bars = [
    { name: words.console.takingsToday, amount: takingsMinor, kind: 'now' },
    { name: words.console.takingsLastWeek, amount: lastWeekMinor, kind: 'then' },
  ]
  return (
    <section className="today-card today-takings" aria-label={words.console.takings}>
      <h2 className="today-card__title">{words.console.takings}</h2>
      <div className="today-takings__line">
        <span className="today-takings__amount">{money(takingsMinor)}</span>
        {percent === undefined ? null : (
          <span className={`today-takings__change today-takings__change--${percent < 0 ? 'less' : 'more'}`}>
            {percent < 0 ? <TrendingDown size={16} aria-hidden /> : <TrendingUp size={16} aria-hidden />}
            {words.console.versusLastWeek(percent)}
          </span>
        )}
      </div>
      <dl className="today-bars">
        {bars.map(({ name, amount, kind }) => (
          <div key={kind} className="today-bars__row">
            <dt>{name}</dt>
            <dd>
              <span
                className={`today-bars__bar today-bars__bar--${kind}`}
                style={{ width: `${(amount / most) * 100}%` }}
              />
              <span className="today-bars__amount">{money(amount)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="today-card__note">
        {words.console.ordersToday(orders)}
        {orders > 0 ? ` · ${words.console.perOrder(money(Math.round((takingsMinor - tipsMinor) / orders)))}` : ''}
        {tipsMinor > 0 ? ` · ${words.console.ofWhichTips(money(tipsMinor))}` : ''}
      </p>
    </section>
  )
}
