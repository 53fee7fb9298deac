import { sql } from 'kysely'
import { lineFor } from '#model/shop/queue-lines.ts'
import type { TicketStatus } from '#model/shop/queue.ts'
import type { AddPartyInput, TicketAction } from '#platform/contract/queue.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { loadQueueDay } from './queue-day.ts'

/**
 * Takes the next number of the line for parties of this size. Nobody stands in line twice.
 * @throws ShopRefusal `closed` while no numbers are given; `conflict` for somebody who has one that is open
 */
export async function takeTicket(at: ShopTx, visitorId: string, partySize: number): Promise<{ ticketId: string }> {
  const { day, isTaking, isShopOpen } = await loadQueueDay(at)
  if (!isTaking || !isShopOpen) throw new ShopRefusal('closed', 'No numbers are given now')
  const open = await at.tx
    .selectFrom('queue_ticket')
    .select('id')
    .where('program_id', '=', at.programId)
    .where('visitor_id', '=', visitorId)
    .where('day', '=', day)
    .where('status', 'in', ['waiting', 'called'])
    .executeTakeFirst()
  if (open) throw new ShopRefusal('conflict', 'This visitor has a number', [open.id])
  return { ticketId: await insertTicket(at, day, { partySize, visitorId, name: '' }) }
}

/** A party that stands at the door without a phone. Whoever stands at the counter may also do so while no numbers are given. */
export async function addParty(at: ShopTx, { partySize, name }: Omit<AddPartyInput, 'requestId'>): Promise<string> {
  const { day } = await loadQueueDay(at)
  return insertTicket(at, day, { partySize, visitorId: null, name: name.trim() })
}

/** Numbers of a line go up by one in the order of the commits: its row is held until then. */
async function insertTicket(
  at: ShopTx,
  day: string,
  party: { readonly partySize: number; readonly visitorId: string | null; readonly name: string },
): Promise<string> {
  const line = lineFor(party.partySize)
  const { last_number: number } = await at.tx
    .insertInto('queue_line')
    .values({ ...at.keys, line, day, last_number: 1 })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'program_id', 'line']).doUpdateSet({
        day,
        last_number: sql<number>`CASE WHEN queue_line.day = excluded.day THEN queue_line.last_number + 1 ELSE 1 END`,
      }),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow()
  const id = uuidv7()
  const inserted = await at.tx
    .insertInto('queue_ticket')
    .values({
      ...at.keys,
      id,
      day,
      line,
      number,
      party_size: party.partySize,
      visitor_id: party.visitorId,
      name: party.name,
    })
    // The same visitor, in the same moment, from another tab.
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) throw new ShopRefusal('conflict', 'This visitor has a number')
  at.emit('queue', id)
  return id
}

/** The visitor goes home. Done twice it is done once. @throws ShopRefusal `not-found`; `conflict` once it is over otherwise */
export async function leaveQueue(at: ShopTx, visitorId: string, ticketId: string): Promise<{ ticketId: string }> {
  const left = await at.tx
    .updateTable('queue_ticket')
    .set((eb) => ({ status: 'left', ended_at: nowOf(at), version: eb('version', '+', 1) }))
    .where('program_id', '=', at.programId)
    .where('id', '=', ticketId)
    .where('visitor_id', '=', visitorId)
    .where('status', 'in', ['waiting', 'called'])
    .returning('id')
    .executeTakeFirst()
  if (left) {
    at.emit('queue', ticketId)
    return { ticketId }
  }
  const own = await at.tx
    .selectFrom('queue_ticket')
    .select('status')
    .where('program_id', '=', at.programId)
    .where('id', '=', ticketId)
    .where('visitor_id', '=', visitorId)
    .executeTakeFirst()
  if (!own) throw new ShopRefusal('not-found', 'There is no such number')
  if (own.status !== 'left') throw new ShopRefusal('conflict', 'This number is over')
  return { ticketId }
}

const steps: {
  readonly [action in TicketAction]: { readonly from: readonly TicketStatus[]; readonly to: TicketStatus }
} = {
  call: { from: ['waiting'], to: 'called' },
  done: { from: ['waiting', 'called'], to: 'done' },
  skip: { from: ['waiting', 'called'], to: 'skipped' },
  // With its number it has its old place, too.
  back: { from: ['skipped'], to: 'waiting' },
}

/**
 * One step at the counter. Of two people who do something with the same number at once, one has it.
 * @param version - what the counter saw
 * @throws ShopRefusal `not-found`; `conflict` where it is no longer what was seen
 */
export async function stepTicket(at: ShopTx, id: string, action: TicketAction, version: number): Promise<void> {
  const { day } = await loadQueueDay(at)
  const { from, to } = steps[action]
  const now = nowOf(at)
  const moved = await at.tx
    .updateTable('queue_ticket')
    .set((eb) => ({
      status: to,
      version: eb('version', '+', 1),
      ended_at: to === 'done' || to === 'skipped' ? now : null,
      ...(to === 'called' && { called_at: eb.fn.coalesce('called_at', eb.val(now)) }),
    }))
    .where('program_id', '=', at.programId)
    .where('id', '=', id)
    .where('day', '=', day)
    .where('version', '=', version)
    .where('status', 'in', from)
    .returning('id')
    .executeTakeFirst()
  if (!moved) {
    const there = await at.tx
      .selectFrom('queue_ticket')
      .select('id')
      .where('program_id', '=', at.programId)
      .where('id', '=', id)
      .where('day', '=', day)
      .executeTakeFirst()
    throw there
      ? new ShopRefusal('conflict', 'Somebody else was faster', [id])
      : new ShopRefusal('not-found', 'There is no such number')
  }
  at.emit('queue', id)
}

export async function switchQueue(at: ShopTx, isTaking: boolean): Promise<void> {
  await at.tx
    .insertInto('queue_switch')
    .values({ ...at.keys, is_taking: isTaking })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'program_id']).doUpdateSet({ is_taking: isTaking }))
    .execute()
  at.emit('queue', 'switch')
}

function nowOf({ now }: ShopTx): Date {
  return new Date(now.epochMilliseconds)
}
