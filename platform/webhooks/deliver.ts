/** Tells addresses what happened, at least once, until they say yes or three days are over. */
import { sql } from 'kysely'
import { unseal } from '#platform/http/seal.ts'
import { inShop, isId } from '#platform/shop/scope.ts'
import type { ShopDb, ShopScope, ShopTx } from '#platform/shop/scope.ts'
import { eventBody } from './event-body.ts'
import type { SendWebhook, WebhookOutcome, WebhookRequest } from './send-webhook.ts'

/** Seconds until each next try: about three days together. After the last one the address is turned off. */
export const retrySeconds = [60, 300, 1800, 7200, 18_000, 43_200, 43_200, 43_200, 43_200, 43_200] as const
const lookAgainSeconds = 60
const mostAtOnce = 16
const keptDays = 30

export interface Deliverer {
  /**
   * Begins a try when it is time, and does not wait for it: a slow address holds nobody up.
   * @returns when to look again, in seconds
   */
  attempt(timer: ShopScope & { readonly subjectId: string }): Promise<'done' | number>
  /** Resolves when the tries that began are over. */
  settled(): Promise<void>
}

export interface DelivererContext extends ShopDb {
  readonly secret: string
  readonly send: SendWebhook
  readonly log: (entry: { readonly event: string; readonly [name: string]: unknown }) => void
}

export function createDeliverer(context: DelivererContext): Deliverer {
  const running = new Map<string, Promise<void>>()

  async function deliver(scope: ShopScope, id: string, sent: WebhookRequest): Promise<void> {
    const outcome = await context.send(sent)
    await inShop(context, scope, (at) => record(at, id, outcome))
  }

  return {
    async attempt({ tenantId, programId, subjectId: id }) {
      if (running.has(id)) return lookAgainSeconds
      if (running.size >= mostAtOnce) return 1
      const scope = { tenantId, programId }
      const next = await inShop(context, scope, (at) => takeUp(at, id, context.secret))
      if (next === 'done' || typeof next === 'number') return next
      const delivering = deliver(scope, id, next)
        // Tried again a minute later: what was told and not written down is told twice.
        .catch((error: unknown) => context.log({ event: 'webhook-failed', error: String(error) }))
        .finally(() => running.delete(id))
      running.set(id, delivering)
      return lookAgainSeconds
    },
    async settled() {
      await Promise.all(running.values())
    },
  }
}

/** What to send now; or that there is nothing to send, or not yet. */
async function takeUp(at: ShopTx, id: string, secret: string): Promise<WebhookRequest | 'done' | number> {
  if (!isId(id)) return 'done'
  const row = await at.tx
    .selectFrom('webhook_delivery as d')
    .innerJoin('webhook_endpoint as e', (join) =>
      join.onRef('e.tenant_id', '=', 'd.tenant_id').onRef('e.id', '=', 'd.endpoint_id'),
    )
    .select(['d.type', 'd.subject_id', 'd.event_seq', 'd.happened_at', 'd.body', 'd.next_at', 'd.endpoint_id'])
    .select(['e.url', 'e.sealed_secret', 'e.is_on'])
    .where('d.program_id', '=', at.programId)
    .where('d.id', '=', id)
    .where('d.status', '=', 'waiting')
    .executeTakeFirst()
  if (!row) return 'done'
  if (!row.is_on) {
    await end(at, id, { status: 'failed', last_problem: 'turned-off' })
    return 'done'
  }
  const waitSeconds = Math.ceil((row.next_at.getTime() - at.now.epochMilliseconds) / 1000)
  if (waitSeconds > 0) return waitSeconds
  const event = { id, type: row.type, subjectId: row.subject_id, seq: row.event_seq, happenedAt: row.happened_at }
  const body = row.body ?? (await eventBody(at, event))
  if (row.body === null) await at.tx.updateTable('webhook_delivery').set({ body }).where('id', '=', id).execute()
  return { url: row.url, id, type: row.type, body, secret: unseal(secret, row.endpoint_id, row.sealed_secret) }
}

async function record(at: ShopTx, id: string, { status, problem }: WebhookOutcome): Promise<void> {
  const row = await at.tx
    .updateTable('webhook_delivery')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), last_status: status, last_problem: problem }))
    .where('program_id', '=', at.programId)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .returning(['attempts', 'endpoint_id'])
    .executeTakeFirst()
  if (!row) return
  if (problem === null) {
    await end(at, id, { status: 'delivered' })
    await at.tx
      .deleteFrom('webhook_delivery')
      .where('endpoint_id', '=', row.endpoint_id)
      .where('happened_at', '<', sql<Date>`now() - make_interval(days => ${keptDays})`)
      .where('status', '<>', 'waiting')
      .execute()
    return
  }
  const seconds = retrySeconds[row.attempts - 1]
  if (seconds === undefined) {
    await end(at, id, { status: 'failed' })
    await at.tx
      .updateTable('webhook_endpoint')
      .set({ is_on: false, gave_up_at: sql<Date>`now()` })
      .where('id', '=', row.endpoint_id)
      .where('is_on', '=', true)
      .execute()
    return
  }
  await at.tx
    .updateTable('webhook_delivery')
    .set({ next_at: sql<Date>`now() + make_interval(secs => ${seconds})` })
    .where('id', '=', id)
    .execute()
}

async function end(
  { tx }: ShopTx,
  id: string,
  change: { readonly status: 'delivered' | 'failed'; readonly last_problem?: string },
): Promise<void> {
  await tx
    .updateTable('webhook_delivery')
    .set({ ...change, ended_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute()
}
