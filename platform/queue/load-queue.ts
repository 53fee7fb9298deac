import { sql } from 'kysely'
import { queueLines } from '#model/shop/queue-lines.ts'
import type { QueueLine } from '#model/shop/queue-lines.ts'
import type { QueueView } from '#model/shop/queue.ts'
import type { CounterQueue, CounterTicket } from '#platform/contract/queue.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { paceOf, waitFor } from './pace.ts'
import { loadQueueDay } from './queue-day.ts'

/** So many of the last calls tell how fast a line moves. */
const CALLS = 6

/** The lines as visitors see them, with the visitor's own number. @param visitorId - undefined for somebody who is not known */
export async function loadQueue(at: ShopTx, visitorId: string | undefined): Promise<QueueView> {
  const { day, isTaking, isShopOpen } = await loadQueueDay(at)
  const paces = await loadPaces(at, day)
  const waiting = await at.tx
    .selectFrom('queue_ticket')
    .select(['line', sql<number>`count(*)::int`.as('count')])
    .where('program_id', '=', at.programId)
    .where('day', '=', day)
    .where('status', '=', 'waiting')
    .groupBy('line')
    .execute()
  const own =
    visitorId === undefined
      ? undefined
      : await ticketRows(at, day)
          .where('visitor_id', '=', visitorId)
          .orderBy(sql`status IN ('waiting', 'called') DESC`)
          .orderBy('id', 'desc')
          .limit(1)
          .executeTakeFirst()
  return {
    isOpen: isTaking && isShopOpen,
    lines: queueLines.map((line) => {
      const count = waiting.find((each) => each.line === line)?.count ?? 0
      return { line, waiting: count, waitMinutes: count === 0 ? 0 : waitFor(paces[line], count) }
    }),
    ticket: own ? presentOwn(own, paces[own.line]) : null,
    asOfMs: at.now.epochMilliseconds,
  }
}

/** The whole day as the counter sees it, without those who sit or have left. */
export async function loadCounterQueue(at: ShopTx): Promise<CounterQueue> {
  const { day, isTaking, isShopOpen } = await loadQueueDay(at)
  const paces = await loadPaces(at, day)
  const rows = await ticketRows(at, day)
    .where('status', 'in', ['waiting', 'called', 'skipped'])
    .orderBy(sql`CASE status WHEN 'called' THEN 0 WHEN 'waiting' THEN 1 ELSE 2 END`)
    .orderBy('number')
    .execute()
  return {
    isTaking,
    isShopOpen,
    lines: queueLines.map((line) => ({
      line,
      paceMinutes: paces[line],
      tickets: rows.filter((row) => row.line === line).map((row) => present(row, paces[line])),
    })),
  }
}

export async function findTicket(at: ShopTx, id: string): Promise<CounterTicket | undefined> {
  const { day } = await loadQueueDay(at)
  const row = await ticketRows(at, day).where('id', '=', id).executeTakeFirst()
  return row && present(row, (await loadPaces(at, day))[row.line])
}

function ticketRows({ tx, programId }: ShopTx, day: string) {
  return tx
    .selectFrom('queue_ticket as ticket')
    .selectAll('ticket')
    .select((eb) =>
      eb
        .selectFrom('queue_ticket as other')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('other.program_id', '=', 'ticket.program_id')
        .whereRef('other.day', '=', 'ticket.day')
        .whereRef('other.line', '=', 'ticket.line')
        .whereRef('other.number', '<', 'ticket.number')
        .where('other.status', '=', 'waiting')
        .as('ahead'),
    )
    .where('ticket.program_id', '=', programId)
    .where('ticket.day', '=', day)
}

type Row = Awaited<ReturnType<ReturnType<typeof ticketRows>['execute']>>[number]

function present(row: Row, paceMinutes: number): CounterTicket {
  return { ...presentOwn(row, paceMinutes), name: row.name, version: row.version }
}

function presentOwn(row: Row, paceMinutes: number): NonNullable<QueueView['ticket']> {
  const isWaiting = row.status === 'waiting'
  const ahead = isWaiting ? Number(row.ahead) : 0
  return {
    id: row.id,
    line: row.line,
    number: row.number,
    partySize: row.party_size,
    status: row.status,
    ahead,
    waitMinutes: isWaiting ? waitFor(paceMinutes, ahead) : 0,
    takenAtIso: row.taken_at.toISOString(),
    calledAtIso: row.called_at?.toISOString() ?? null,
  }
}

async function loadPaces({ tx, programId }: ShopTx, day: string): Promise<{ readonly [line in QueueLine]: number }> {
  const calls = await tx
    .selectFrom((eb) =>
      eb
        .selectFrom('queue_ticket')
        .select([
          'line',
          sql<number>`(extract(epoch FROM called_at) * 1000)::float8`.as('ms'),
          sql<number>`row_number() OVER (PARTITION BY line ORDER BY called_at DESC)`.as('n'),
        ])
        .where('program_id', '=', programId)
        .where('day', '=', day)
        .where('called_at', 'is not', null)
        .as('call'),
    )
    .select(['line', 'ms'])
    .where('n', '<=', CALLS)
    .execute()
  const of = (line: QueueLine) => paceOf(calls.filter((call) => call.line === line).map(({ ms }) => ms))
  return { A: of('A'), B: of('B'), C: of('C') }
}
