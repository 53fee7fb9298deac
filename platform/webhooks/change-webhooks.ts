import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { WebhookDelivery, WebhookEvent, WebhookProblem, Webhook } from '../contract/webhooks.ts'
import { mostWebhooks } from '../contract/webhooks.ts'
import type { ScopedTx } from '../db/database.ts'
import { uuidv7 } from '../db/uuidv7.ts'
import { Failure, notFound } from '../http/failure.ts'
import { seal } from '../http/seal.ts'
import { scheduleTimer } from '../shop/timers.ts'

const secretBytes = 32
const mostShown = 50

interface Adding {
  readonly tenantId: string
  readonly personId: string
  readonly url: string
  readonly events: readonly WebhookEvent[]
  /** The installation's. */
  readonly secret: string
}

/** @returns its id, and the secret that is told this once */
export async function addWebhook(tx: ScopedTx, adding: Adding): Promise<{ id: string; secret: string }> {
  // Two at once are told apart by the workspace's row.
  await tx.selectFrom('workspace').select('id').where('id', '=', adding.tenantId).forUpdate().execute()
  const { count } = await tx
    .selectFrom('webhook_endpoint')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count >= mostWebhooks) throw new Failure('conflict', `There may be ${mostWebhooks} addresses`)
  const id = uuidv7()
  const secret = `whsec_${randomBytes(secretBytes).toString('base64url')}`
  await tx
    .insertInto('webhook_endpoint')
    .values({
      tenant_id: adding.tenantId,
      id,
      url: adding.url,
      events: [...new Set(adding.events)],
      sealed_secret: seal(adding.secret, id, secret),
      created_by: adding.personId,
    })
    .execute()
  return { id, secret }
}

export async function turnWebhook(tx: ScopedTx, id: string, isOn: boolean): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('webhook_endpoint')
    .set({ is_on: isOn, gave_up_at: null })
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw notFound('webhook')
}

/** With what it was told. */
export async function removeWebhook(tx: ScopedTx, id: string): Promise<void> {
  const { numDeletedRows } = await tx.deleteFrom('webhook_endpoint').where('id', '=', id).executeTakeFirst()
  if (numDeletedRows === 0n) throw notFound('webhook')
}

/** The oldest first. */
export async function loadWebhooks(
  tx: ScopedTx,
): Promise<readonly (Omit<Webhook, 'addedBy'> & { readonly createdBy: string })[]> {
  const rows = await tx
    .selectFrom('webhook_endpoint')
    .select(['id', 'url', 'events', 'is_on', 'gave_up_at', 'created_by', 'created_at'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    url: row.url,
    events: row.events,
    isOn: row.is_on,
    gaveUpAtIso: row.gave_up_at?.toISOString() ?? null,
    addedAtIso: row.created_at.toISOString(),
    createdBy: row.created_by,
  }))
}

/** The newest first. */
export async function loadDeliveries(tx: ScopedTx, endpointId: string): Promise<readonly WebhookDelivery[]> {
  const rows = await tx
    .selectFrom('webhook_delivery')
    .select(['id', 'type', 'happened_at', 'status', 'attempts', 'last_status', 'last_problem', 'next_at'])
    .where('endpoint_id', '=', endpointId)
    .orderBy('happened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    happenedAtIso: row.happened_at.toISOString(),
    status: row.status,
    attempts: row.attempts,
    lastStatus: row.last_status,
    problem: row.last_problem as WebhookProblem | null,
    nextAtIso: row.status === 'waiting' ? row.next_at.toISOString() : null,
  }))
}

/** The same words under the same name, as if never tried. @throws Failure `conflict` while its address is turned off */
export async function sendAgain(tx: ScopedTx, tenantId: string, endpointId: string, id: string): Promise<void> {
  const row = await tx
    .selectFrom('webhook_delivery as d')
    .innerJoin('webhook_endpoint as e', (join) =>
      join.onRef('e.tenant_id', '=', 'd.tenant_id').onRef('e.id', '=', 'd.endpoint_id'),
    )
    .select(['d.program_id', 'd.status', 'e.is_on'])
    .where('d.endpoint_id', '=', endpointId)
    .where('d.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('delivery')
  if (!row.is_on) throw new Failure('conflict', 'The address is turned off')
  await tx
    .updateTable('webhook_delivery')
    .set({ status: 'waiting', attempts: 0, next_at: sql<Date>`now()`, ended_at: null, last_problem: null })
    .where('id', '=', id)
    .execute()
  // One that still waits has its timer.
  const keys = { tenant_id: tenantId, program_id: row.program_id }
  if (row.status === 'waiting')
    await tx.deleteFrom('shop_timer').where('kind', '=', 'webhook').where('subject_id', '=', id).execute()
  await scheduleTimer({ tx, keys }, 'webhook', id, 'now')
}
