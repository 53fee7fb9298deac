import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { signatureOf } from '#platform/http/signature.ts'
import type { WebhookProblem } from '#platform/contract/webhooks.ts'
import { guardedLookup, hostOf, isPublicAddress, RefusedAddress } from './public-address.ts'
import type { IsAllowed } from './public-address.ts'

export interface WebhookRequest {
  readonly url: string
  readonly id: string
  readonly type: string
  readonly body: string
  readonly secret: string
}

/** `status` of the answer; a problem instead of it when there was none, or beside it when it was no yes. */
export interface WebhookOutcome {
  readonly status: number | null
  readonly problem: WebhookProblem | null
}

export type SendWebhook = (sent: WebhookRequest) => Promise<WebhookOutcome>

export interface SendOptions {
  readonly nowMs?: () => number
  readonly patienceMs?: number
  /** For tests, whose other side is on this machine. */
  readonly isAllowed?: IsAllowed
  /** Likewise: without a certificate. */
  readonly allowsHttp?: boolean
}

const usualPatienceMs = 10_000

/** What may be typed as an address at all; where its name leads is looked at with each request. */
export function isWebhookUrl(text: string, allowsHttp = false): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  const isKnown = url.protocol === 'https:' || (allowsHttp && url.protocol === 'http:')
  return isKnown && url.username === '' && url.password === '' && url.hash === ''
}

/**
 * POSTs one event. Redirects are not followed, the answer's body is not read, and nothing is sent to an address that is not
 * public. Any answer of 2xx is a yes.
 */
export function createSendWebhook(options: SendOptions = {}): SendWebhook {
  const { nowMs = Date.now, patienceMs = usualPatienceMs, isAllowed = isPublicAddress, allowsHttp = false } = options
  return async ({ url: text, id, type, body, secret }) => {
    if (!isWebhookUrl(text, allowsHttp)) return { status: null, problem: 'refused-address' }
    const url = new URL(text)
    const host = hostOf(url)
    // A connection to an address looks nothing up.
    if (isIP(host) !== 0 && !isAllowed(host)) return { status: null, problem: 'refused-address' }
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Shopwright-Webhooks/1',
      'shopwright-event': type,
      'shopwright-delivery': id,
      'shopwright-signature': signatureOf(secret, Math.floor(nowMs() / 1000), body),
    }
    return new Promise((resolve) => {
      const request = url.protocol === 'https:' ? requestHttps : requestHttp
      const signal = AbortSignal.timeout(patienceMs)
      const sent = request(
        url,
        { method: 'POST', headers, agent: false, signal, lookup: guardedLookup(isAllowed) },
        (answer) => {
          const status = answer.statusCode ?? 0
          answer.destroy()
          resolve({ status, problem: status >= 200 && status < 300 ? null : 'answered' })
        },
      )
      sent.on('error', (error) =>
        resolve({ status: null, problem: error instanceof RefusedAddress ? 'refused-address' : 'unreachable' }),
      )
      sent.end(body)
    })
  }
}
