import { useEffect } from 'react'
import { Link, paths } from '#editor/router.tsx'
import { Skeleton } from '#editor/ui/index.ts'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import { dayText, weekdayText } from '#components/kit/shop-time.ts'
import type { Today } from '#platform/contract/merchant.ts'
import { Answer, AreaHead } from '../area.tsx'
import { useOrders, useToday } from '../queries.ts'
import { useMoney, useShop } from '../shop-context.ts'
import { NextBookings } from './next-bookings.tsx'
import { OpenCard } from './open-card.tsx'
import { Takings } from './takings.tsx'
import './today.css'

/** The day at a glance. */
export function TodayArea() {
  const words = useWords()
  const language = useLanguage()
  const { program } = useShop()
  const today = useToday(program.id)
  const { retry } = today
  // Opening and closing come with the clock and have no event.
  useEffect(() => {
    const timer = setInterval(retry, 60_000)
    return () => clearInterval(timer)
  }, [retry])
  return (
    <>
      <AreaHead
        title={words.console.areas.today}
        note={
          today.status === 'ready'
            ? `${dayText(today.value.businessDate, language)} · ${weekdayText(today.value.businessDate, language)}`
            : null
        }
      />
      <Answer query={today} skeleton={<TodaySkeleton />}>
        {(value) => <TodayBoard today={value} />}
      </Answer>
    </>
  )
}

function TodayBoard({ today }: { readonly today: Today }) {
  const words = useWords()
  const money = useMoney()
  const { program } = useShop()
  const orders = useOrders(program.id)
  // The live list knows of a new order a moment before the day's figures do.
  const live = orders.status === 'ready' ? orders.value.filter(({ status }) => status === 'placed').length : undefined
  const waiting = live ?? today.ordersWaiting
  return (
    <div className="today">
      <OpenCard today={today} />
      <Link
        to={paths.console(program.id, 'orders')}
        className={`today-card today-card--link today-waiting${waiting > 0 ? ' today-waiting--some' : ''}`}
      >
        <span className="today-card__title">{words.console.ordersWaiting}</span>
        <span className="today-waiting__count">{waiting}</span>
        <span className="today-card__note">
          {waiting > 0 ? words.console.toBoard : words.console.ordersToday(today.ordersToday)}
        </span>
      </Link>
      <Takings
        takingsMinor={today.takingsMinor}
        lastWeekMinor={today.takingsLastWeekMinor}
        tipsMinor={today.tipsMinor}
        orders={today.ordersToday}
        money={money}
      />
      <NextBookings bookings={today.bookingsNext} />
      <Link to={paths.console(program.id, 'members')} className="today-card today-card--link today-members">
        <span className="today-card__title">{words.console.membersJoined}</span>
        <span className="today-members__count">{today.membersJoined}</span>
        <span className="today-card__note">{words.console.membersJoinedNote}</span>
      </Link>
    </div>
  )
}

function TodaySkeleton() {
  return (
    <div className="today">
      <Skeleton heightPx={168} />
      <Skeleton heightPx={168} />
      <Skeleton heightPx={168} />
    </div>
  )
}
