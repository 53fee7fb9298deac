import { z } from 'zod/mini'
import { memberOfWorkspace } from '../accounts/access.ts'
import { merchantPaths } from '../contract/routes.ts'
import { addedWebhook, addWebhookInput, changeWebhookInput, webhook, webhookDelivery } from '../contract/webhooks.ts'
import type { Webhook } from '../contract/webhooks.ts'
import { withTenant } from '../db/database.ts'
import { created, defineRoute } from '../http/define-route.ts'
import type { Route } from '../http/define-route.ts'
import { Failure } from '../http/failure.ts'
import type { Services } from '../services.ts'
import { addWebhook, loadDeliveries, loadWebhooks, removeWebhook, sendAgain, turnWebhook } from './change-webhooks.ts'
import { isWebhookUrl } from './send-webhook.ts'

const access = memberOfWorkspace('manage')

const list = defineRoute({
  method: 'GET',
  path: merchantPaths.webhooks(':workspaceId'),
  summary: 'Addresses that are told what happens in the shops of this workspace',
  answer: z.array(webhook),
  access,
  handle: ({ subject }, services) => present(services, subject.tenantId),
})

const add = defineRoute({
  method: 'POST',
  path: merchantPaths.webhooks(':workspaceId'),
  summary: 'One more address. The answer holds the secret that signs what is sent there, this once',
  input: addWebhookInput,
  answer: addedWebhook,
  access,
  async handle({ subject: { tenantId, person }, input }, services) {
    if (!isWebhookUrl(input.url))
      throw new Failure('bad-request', 'An address begins with https:// and holds no password', [
        { path: 'url', message: 'must begin with https:// and hold no password' },
      ])
    const adding = { tenantId, personId: person.id, secret: services.secret, ...input }
    const { id, secret } = await withTenant(services.db, tenantId, (tx) => addWebhook(tx, adding))
    const added = (await present(services, tenantId)).find((each) => each.id === id)
    return created({ webhook: added, secret })
  },
})

const change = defineRoute({
  method: 'PATCH',
  path: merchantPaths.webhook(':workspaceId', ':webhookId'),
  summary: 'Turns an address on or off; what happens while it is off, it is never told',
  input: changeWebhookInput,
  answer: z.array(webhook),
  access,
  async handle({ subject: { tenantId }, params, input }, services) {
    await withTenant(services.db, tenantId, (tx) => turnWebhook(tx, params.webhookId, input.isOn))
    return present(services, tenantId)
  },
})

const remove = defineRoute({
  method: 'DELETE',
  path: merchantPaths.webhook(':workspaceId', ':webhookId'),
  summary: 'Forgets an address, its secret, and what it was told',
  answer: z.array(webhook),
  access,
  async handle({ subject: { tenantId }, params }, services) {
    await withTenant(services.db, tenantId, (tx) => removeWebhook(tx, params.webhookId))
    return present(services, tenantId)
  },
})

const listDeliveries = defineRoute({
  method: 'GET',
  path: merchantPaths.webhookDeliveries(':workspaceId', ':webhookId'),
  summary: 'The last 50 events that it was told or is to be told, newest first',
  answer: z.array(webhookDelivery),
  access,
  handle: ({ subject, params }, services) =>
    withTenant(services.db, subject.tenantId, (tx) => loadDeliveries(tx, params.webhookId)),
})

const again = defineRoute({
  method: 'POST',
  path: merchantPaths.sendWebhookAgain(':workspaceId', ':webhookId', ':deliveryId'),
  summary: 'Sends one event once more, with the same id and words. Sent twice at once it is one more try',
  input: z.strictObject({}),
  answer: z.array(webhookDelivery),
  access,
  handle: ({ subject: { tenantId }, params }, services) =>
    withTenant(services.db, tenantId, async (tx) => {
      await sendAgain(tx, tenantId, params.webhookId, params.deliveryId)
      return loadDeliveries(tx, params.webhookId)
    }),
})

/** With the names of those who added them, which no tenant's transaction sees. */
async function present({ db }: Services, tenantId: string): Promise<readonly Webhook[]> {
  const rows = await withTenant(db, tenantId, loadWebhooks)
  const ids = [...new Set(rows.map(({ createdBy }) => createdBy))]
  const people =
    ids.length === 0 ? [] : await db.selectFrom('user').select(['id', 'name']).where('id', 'in', ids).execute()
  return rows.map(({ createdBy, ...row }) => ({
    ...row,
    addedBy: people.find(({ id }) => id === createdBy)?.name ?? null,
  }))
}

export const webhookRoutes: readonly Route[] = [list, add, change, remove, listDeliveries, again]
