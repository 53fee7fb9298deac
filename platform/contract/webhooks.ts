/** Addresses of a workspace's own that are told what happens in its shops. */
import { z } from 'zod/mini'

export const webhookEvents = ['order', 'booking', 'member', 'form', 'catalogue'] as const
export const webhookEvent = z.enum(webhookEvents)
export type WebhookEvent = z.infer<typeof webhookEvent>

export const mostWebhooks = 10

export const addWebhookInput = z.strictObject({
  url: z.string().check(z.minLength(9), z.maxLength(500)),
  events: z.array(webhookEvent).check(z.minLength(1), z.maxLength(webhookEvents.length)),
})
export const changeWebhookInput = z.strictObject({ isOn: z.boolean() })

export const webhook = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  isOn: z.boolean(),
  /** When we turned it off because it had not answered for three days. */
  gaveUpAtIso: z.nullable(z.string()),
  /** Name of who added it; null when that account is gone. */
  addedBy: z.nullable(z.string()),
  addedAtIso: z.string(),
})
export type Webhook = z.infer<typeof webhook>

/** The secret is shown this once. */
export const addedWebhook = z.object({ webhook, secret: z.string() })
export type AddedWebhook = z.infer<typeof addedWebhook>

/** `unreachable`: no answer in time; `refused-address`: it leads to a private network; `answered`: see the status. */
export const webhookProblems = ['answered', 'unreachable', 'refused-address', 'turned-off'] as const
export type WebhookProblem = (typeof webhookProblems)[number]

export const webhookDelivery = z.object({
  id: z.string(),
  type: z.string(),
  happenedAtIso: z.string(),
  status: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.int(),
  /** HTTP status of the last answer; null when there was none. */
  lastStatus: z.nullable(z.int()),
  problem: z.nullable(z.enum(webhookProblems)),
  /** When it is tried again; null when it is not. */
  nextAtIso: z.nullable(z.string()),
})
export type WebhookDelivery = z.infer<typeof webhookDelivery>
