import type { JsonValue } from '#model/json.ts'
import type { Answer, Host } from './host.ts'

export type AskOnce = <Request extends JsonValue, Value>(
  send: (request: Request, key: string) => Promise<Answer<Value>>,
  request: Request,
) => Promise<Answer<Value>>

/**
 * Sends requests that must not happen twice. The same request keeps its idempotency key until the shop has answered
 * clearly, so "try again" after a lost answer can neither book nor pay a second time.
 */
export function createAskOnce(host: Pick<Host, 'newKey'>): AskOnce {
  const keys = new Map<string, string>()
  return async (send, request) => {
    const wish = JSON.stringify(request)
    const key = keys.get(wish) ?? host.newKey()
    keys.set(wish, key)
    const answer = await send(request, key)
    if (answer.ok || !mayHaveArrived(answer.failure.code)) keys.delete(wish)
    return answer
  }
}

/** True when the shop may have said yes although no answer came back. */
export function mayHaveArrived(code: string): boolean {
  return code === 'offline' || code === 'internal'
}
