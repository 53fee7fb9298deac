import type { ShopTx } from '#platform/shop/scope.ts'

export interface ToldEvent {
  readonly id: string
  readonly type: string
  readonly subjectId: string
  readonly seq: number
  readonly happenedAt: Date
}

/** What is sent: what happened and how the thing stands, without anything that a customer told of themselves. */
export async function eventBody(at: ShopTx, event: ToldEvent): Promise<string> {
  return JSON.stringify({
    id: event.id,
    type: event.type,
    programId: at.programId,
    /** Counts up by one per shop, so that whoever hears of two out of turn knows. */
    seq: event.seq,
    happenedAt: event.happenedAt.toISOString(),
    subjectId: event.subjectId,
    data: (await load[event.type]?.(at, event.subjectId)) ?? null,
  })
}

const load: { readonly [type: string]: (at: ShopTx, id: string) => Promise<object | undefined> } = {
  async order({ tx, programId }, id) {
    const row = await tx
      .selectFrom('shop_order')
      .select(['number', 'business_date', 'channel', 'status', 'pay_status', 'currency', 'total_minor'])
      .select(['refunded_minor', 'placed_at'])
      .where('program_id', '=', programId)
      .where('id', '=', id)
      .executeTakeFirst()
    return (
      row && {
        number: row.number,
        businessDate: row.business_date,
        channel: row.channel,
        status: row.status,
        payStatus: row.pay_status,
        currency: row.currency,
        totalMinor: row.total_minor,
        refundedMinor: row.refunded_minor,
        placedAt: row.placed_at?.toISOString() ?? null,
      }
    )
  },
  async booking({ tx, programId }, id) {
    const row = await tx
      .selectFrom('booking')
      .select(['code', 'status', 'service_id', 'starts_at', 'ends_at', 'party_size'])
      .where('program_id', '=', programId)
      .where('id', '=', id)
      .executeTakeFirst()
    return (
      row && {
        code: row.code,
        status: row.status,
        serviceId: row.service_id,
        startsAt: row.starts_at.toISOString(),
        endsAt: row.ends_at.toISOString(),
        partySize: row.party_size,
      }
    )
  },
}
