import { setTimeout as delay } from 'node:timers/promises'

export interface RedisLine {
  /** @throws when Redis cannot be reached */
  send(text: string): Promise<void>
  /** Whether what is sent may not arrive, or what others send may not be heard here. */
  readonly isFailing: boolean
  close(): void
}

/** How often this process sends something to itself, to know that Redis passes it on … */
const beatMs = 500
/** … and after how many that did not come back Redis counts as failing. */
const mostUnheard = 2
/** A connection that says nothing for so long is given up, though nobody closed it. */
const silentMs = 5000
const longestRetryMs = 2000
const longestStartMs = 1000

/**
 * Sends and hears through a Redis, which may fail at any time, also before it was ever there.
 * @param heard - `failing` at once and at every beat while it fails; `back` when it works again, since what others sent
 * meanwhile is lost
 */
export async function connectRedis(
  url: string,
  channel: string,
  { hear, failing, back }: { hear(text: string): void; failing(error: unknown): void; back(): void },
): Promise<RedisLine> {
  // Takes longer to read than all the rest of us, and most have none.
  const { createClient } = await import('redis')
  const socket = {
    socketTimeout: silentMs,
    reconnectStrategy: (tries: number) => Math.min(tries * 100, longestRetryMs),
  }
  const publisher = createClient({ url, socket, disableOfflineQueue: true })
  const subscriber = createClient({ url, socket })
  const ownChannel = `${channel}:${crypto.randomUUID()}`
  let isFailing = true
  let isClosed = false
  let unheard = 0
  let lastError: unknown = silence()
  /** Told when Redis fails before it has answered. */
  const unanswered = new Set<() => void>()

  function fail(error: unknown): void {
    lastError = error
    if (isFailing || isClosed) return
    isFailing = true
    for (const giveUp of [...unanswered]) giveUp()
    failing(error)
  }
  function hearOwn(): void {
    unheard = 0
    if (!isFailing) return
    isFailing = false
    back()
  }
  function send(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = () => reject(silence())
      unanswered.add(giveUp)
      publisher
        .publish(channel, text)
        .finally(() => unanswered.delete(giveUp))
        .then(() => resolve(), reject)
    })
  }

  // Without a listener an error ends the process; the clients connect again by themselves.
  publisher.on('error', fail)
  subscriber.on('error', fail)
  const timer = setInterval(() => {
    if (isFailing) failing(lastError)
    else if (unheard >= mostUnheard) fail(silence())
    unheard++
    publisher.publish(ownChannel, '').catch(fail)
  }, beatMs)

  async function subscribe(): Promise<void> {
    try {
      await subscriber.subscribe(channel, hear)
      await subscriber.subscribe(ownChannel, hearOwn)
      hearOwn()
    } catch {
      if (!isClosed) setTimeout(() => void subscribe(), beatMs)
    }
  }
  const connected = Promise.all([publisher.connect(), subscriber.connect()]).then(subscribe)
  // Nobody waits long for a Redis that is away, and closing ends the attempt.
  await Promise.race([connected.catch(() => {}), delay(longestStartMs)])

  return {
    send,
    get isFailing() {
      return isFailing
    },
    close() {
      isClosed = true
      clearInterval(timer)
      for (const client of [publisher, subscriber]) if (client.isOpen) client.destroy()
    },
  }
}

const silence = () => new Error('Redis does not answer')
