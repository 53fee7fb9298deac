import { visitorPaths } from '#platform/contract/routes.ts'

interface Session {
  readonly visitorKey: string
  readonly token: string
  readonly expiresAtIso: string
}

export interface VisitorSession {
  /** Whether this browser has been here before; somebody new has no orders, card or bookings to ask for. */
  isKnown(): boolean
  /** A token that is good for a while yet. Rejects when the network or the shop does. */
  token(): Promise<string>
  /** Tells the shop which poster led here, now or, if it is not reached, with the next token. */
  tell(via: string): void
  /** The shop no longer takes the token: the next one asked for is new. */
  drop(): void
}

const storageKey = 'sw:session'
const renewBeforeMs = 60_000

/** Who this browser is to this shop: a key that stays, and short-lived tokens for it. */
export function createVisitorSession(send: typeof fetch, storage: () => Storage = () => localStorage): VisitorSession {
  let session = read(storage)
  let untold: string | undefined
  let renewing: Promise<Session> | undefined

  async function renew(): Promise<Session> {
    const via = untold
    const response = await send(visitorPaths.session, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ visitorKey: session?.visitorKey ?? null, via }),
    })
    if (!response.ok) throw new Error(`The shop refused a session: ${response.status}`)
    const renewed = (await response.json()) as Session
    session = renewed
    if (untold === via) untold = undefined
    try {
      storage().setItem(storageKey, JSON.stringify(renewed))
    } catch {
      // Not kept: the session lasts as long as the page.
    }
    return renewed
  }

  async function token(): Promise<string> {
    if (session && untold === undefined && Date.parse(session.expiresAtIso) - Date.now() > renewBeforeMs)
      return session.token
    renewing ??= renew().finally(() => (renewing = undefined))
    return (await renewing).token
  }

  return {
    isKnown: () => session !== undefined,
    drop() {
      if (session) session = { ...session, expiresAtIso: new Date(0).toISOString() }
    },
    token,
    tell(via) {
      untold = via
      token().catch(() => {})
    },
  }
}

function read(storage: () => Storage): Session | undefined {
  try {
    const kept = JSON.parse(storage().getItem(storageKey) ?? 'null') as Session | null
    return typeof kept?.visitorKey === 'string' ? kept : undefined
  } catch {
    return undefined
  }
}
