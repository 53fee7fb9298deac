import { signatureOf } from '#platform/http/signature.ts'
import type { TextMessage, TextSender } from './text-sender.ts'

export interface WebhookOptions {
  /** Takes one message as JSON by POST. Any answer of 2xx means that it will be sent. */
  readonly url: string
  /** Signs what is sent. */
  readonly secret: string
  readonly nowMs?: () => number
  readonly patienceMs?: number
}

/**
 * Text messages by a web address: of the operator's own small service, which knows the provider's interface, keys and
 * approved sentences. The header `shopwright-signature` reads `t=<seconds>,v1=<hex>`, an HMAC-SHA256 of
 * `<seconds>.<body>`, so that the service knows who asks, and an old request by its time. Nothing is sent twice by us: a
 * code that did not arrive is asked for again, and is another one.
 */
export function createWebhookTextSender({
  url,
  secret,
  nowMs = Date.now,
  patienceMs = 10_000,
}: WebhookOptions): TextSender {
  return {
    async send(message: TextMessage) {
      const body = JSON.stringify({ id: crypto.randomUUID(), ...message })
      const seconds = Math.floor(nowMs() / 1000)
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'shopwright-signature': signatureOf(secret, seconds, body) },
        body,
        // The code stays with whom the operator named.
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
      })
      await response.body?.cancel()
      if (!response.ok) throw new Error(`The text message service answered ${response.status}`)
    },
  }
}
