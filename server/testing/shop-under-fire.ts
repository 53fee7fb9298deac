/**
 * A published shop whose customers and counter never stop, in a product that is killed while they work. Remembers what was
 * acknowledged, and finds what of it is gone afterwards.
 */
import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import pg from 'pg'
import type { Booking, Hold, Service, Slot } from '#model/shop/bookings.ts'
import type { Menu } from '#model/shop/catalogue.ts'
import type { Membership } from '#model/shop/members.ts'
import type { Order, PlacedOrder, Quote } from '#model/shop/orders.ts'
import { me as meSchema, program as programSchema, publishResult } from '#platform/contract/merchant.ts'
import type { MerchantOrder } from '#platform/contract/merchant.ts'
import { merchantPaths, visitorPaths } from '#platform/contract/routes.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { checkShops } from '#platform/shop/doctor.ts'
import { startProductProcess } from './product-process.ts'
import type { ProductProcess } from './product-process.ts'

/** What the installation calls itself: only the first part of a program's host tells it from others. */
const publicHost = 'shops.test'
const customersAtOnce = 6

export interface UnderFire {
  /**
   * Customers order, pay, book and collect points, the counter completes orders, until so many of these were acknowledged;
   * then the product is killed, its data is checked, it starts again, and everything acknowledged is looked for.
   * @returns what is wrong, in words; nothing when all is well
   */
  cycle(acknowledgements: number): Promise<readonly string[]>
  /** So far, over all cycles. */
  readonly counts: { orders: number; payments: number; bookings: number; completed: number; repeated: number }
  stop(): Promise<void>
}

export async function startUnderFire(dataDir: string): Promise<UnderFire> {
  const start = () =>
    startProductProcess({ DATA_DIR: dataDir, PUBLIC_URL: `http://${publicHost}`, PROGRAM_HOST: publicHost })
  let product = await start()
  const counter = await signIn(() => product)
  const program = programSchema.parse(
    await counter('POST', merchantPaths.programs(counter.workspaceId), {
      templateId: 'noodle-shop',
      name: 'Under fire',
      language: 'en',
    }),
  )
  const always = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '00:00' }))
  await counter('PATCH', merchantPaths.settings(program.id), { hours: { weekly: always, exceptions: [] } })
  const release = await counter('POST', merchantPaths.releases(program.id), { requestId: randomUUID() })
  const host = new URL(publishResult.parse(release).url).host
  const counts = { orders: 0, payments: 0, bookings: 0, completed: 0, repeated: 0 }

  async function cycle(acknowledgements: number): Promise<readonly string[]> {
    let left = acknowledgements
    let isKilled = false
    let kill: Promise<void> | undefined
    /** Whoever's acknowledgement is the last one pulls the plug, while the others are in the middle of something. */
    const acknowledged = (kind: Exclude<keyof typeof counts, 'repeated'>) => {
      counts[kind]++
      if (--left > 0 || kill) return
      isKilled = true
      kill = product.kill()
    }
    const customers = await Promise.all(
      Array.from({ length: customersAtOnce }, () => openCustomer(() => product, host)),
    )
    const open: string[] = []
    const completed = new Map<string, number>()
    const untilKilled = async (work: (turn: number) => Promise<void>) => {
      for (let turn = 0; !isKilled; turn++)
        await work(turn).catch((error: unknown) => {
          // What was under way when the plug was pulled may end in any way; before that, nothing fails.
          if (!isKilled) throw error
        })
    }
    await Promise.all([
      ...customers.map((customer, index) =>
        untilKilled(async (turn) => {
          if (turn === 0 && index % 2 === 0) return customer.join()
          if ((turn + index) % 3 === 0) {
            if (await customer.book(index, turn)) acknowledged('bookings')
            return
          }
          const isOnline = (turn + index) % 2 === 0
          const { order, payment } = await customer.order(isOnline ? 'online' : 'counter')
          acknowledged('orders')
          if (!payment) return void open.push(order.id)
          await customer.pay(order.id, payment.cashierUrl)
          acknowledged('payments')
        }),
      ),
      untilKilled(async () => {
        const id = open.shift()
        if (id === undefined) return void (await counter('GET', merchantPaths.today(program.id)))
        const act = (action: string) => counter('POST', merchantPaths.orderAction(program.id, id), { action })
        await act('accept')
        const { pointsEarned } = (await act('complete')) as MerchantOrder
        completed.set(id, pointsEarned)
        acknowledged('completed')
      }),
    ])
    await kill
    const findings = await examine(dataDir)
    product = await start()
    for (const customer of customers) findings.push(...(await customer.missing(counts)))
    const orders = (await counter('GET', `${merchantPaths.orders(program.id)}?scope=today`)) as MerchantOrder[]
    for (const [id, points] of completed) {
      const order = orders.find((each) => each.id === id)
      if (order?.status !== 'completed' || order.payStatus !== 'paid' || order.pointsEarned !== points)
        findings.push(
          `the completed order ${id} is ${order?.status}, ${order?.payStatus}, ${order?.pointsEarned} points`,
        )
    }
    return findings
  }

  return { cycle, counts, stop: () => product.kill() }
}

/** The doctor, while nothing runs. */
async function examine(dataDir: string): Promise<string[]> {
  const embedded = await startEmbeddedPostgres({ dataDir, say: () => undefined })
  const client = new pg.Client({ connectionString: embedded.url })
  try {
    await client.connect()
    return (await checkShops(client)).map(({ check, example }) => `not so: ${check} (${example})`)
  } finally {
    await client.end()
    await embedded.stop()
  }
}

type Call = (method: string, path: string, body?: object) => Promise<unknown>

async function signIn(product: () => ProductProcess): Promise<Call & { readonly workspaceId: string }> {
  let cookie = ''
  const call: Call = async (method, path, body) => {
    const answer = await ask(product(), method, path, { headers: { cookie, origin: `http://${publicHost}` }, body })
    for (const line of answer.cookies) cookie = line.split(';')[0] ?? ''
    return answer.body
  }
  const { workspaces } = meSchema.parse(await call('POST', merchantPaths.demo))
  return Object.assign(call, { workspaceId: workspaces[0]?.id ?? '' })
}

/** A customer on the program's own origin, who knows what they were told. */
async function openCustomer(product: () => ProductProcess, host: string) {
  const session = async (visitorKey: string | null) => {
    const answer = await ask(product(), 'POST', visitorPaths.session, { host, body: { visitorKey } })
    return answer.body as { visitorKey: string; token: string }
  }
  let { token, visitorKey } = await session(null)
  const call = async <Answer>(method: string, path: string, body?: object, key?: string): Promise<Answer> => {
    const headers = { authorization: `Bearer ${token}`, ...(key && { 'idempotency-key': key }) }
    return (await ask(product(), method, path, { host, headers, body })).body as Answer
  }
  const { menu, services } = await call<{ menu: Menu; services: Service[] }>('GET', visitorPaths.data)
  const dish = menu.dishes.find(({ soldOut }) => !soldOut)!
  const chosen = menu.modifierGroups
    .filter(({ id, min }) => min > 0 && dish.modifierGroupIds.includes(id))
    .map(({ options }) => ({ optionId: options[0]?.id, quantity: 1 }))
  const line = { dishId: dish.id, variantId: dish.variants[0]?.id, quantity: 1, modifiers: chosen, note: '' }
  const service = services.find(({ kind }) => kind === 'table')
  const orders = new Map<string, number | null>()
  const paid: string[] = []
  const bookings: string[] = []
  let isMember = false
  /** Asked and not answered: asked again with the same key, it is one order. */
  let unsure: { readonly key: string; readonly request: object } | undefined

  return {
    async join() {
      const person = { name: 'Bo', phone: '13800138000', consent: true }
      await call('POST', visitorPaths.card, person, randomUUID())
      isMember = true
    },
    async order(payAt: 'online' | 'counter'): Promise<PlacedOrder> {
      const quote = await call<Quote>('POST', visitorPaths.quotes, { channel: 'pickup', tableId: null, lines: [line] })
      unsure = { key: randomUUID(), request: { quoteId: quote.id, payAt, contactPhone: null } }
      const placed = await call<PlacedOrder>('POST', visitorPaths.orders, unsure.request, unsure.key)
      unsure = undefined
      orders.set(placed.order.id, placed.order.number)
      return placed
    },
    async pay(orderId: string, cashierUrl: string) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      await ask(product(), 'POST', new URL(cashierUrl).pathname, { headers, form: 'action=pay' })
      paid.push(orderId)
    },
    /** @returns false when everything at that time was taken by the others */
    async book(day: number, turn: number): Promise<boolean> {
      if (!service) return false
      const date = new Date(Date.now() + (day + 2) * 86_400_000).toISOString().slice(0, 10)
      const path = `${visitorPaths.slots}?serviceId=${service.id}&date=${date}&partySize=2`
      const free = (await call<Slot[]>('GET', path)).filter(({ available }) => available)
      const slot = free[turn % Math.max(1, free.length)]
      if (!slot) return false
      const wish = { serviceId: service.id, startsAtIso: slot.startsAtIso, partySize: 2 }
      const { bookingId } = await call<Hold>('POST', visitorPaths.holds, wish, randomUUID())
      const person = { name: 'Bo', phone: '13800138000', note: '', consent: true }
      await call('POST', visitorPaths.bookings, { bookingId, ...person }, randomUUID())
      bookings.push(bookingId)
      return true
    },
    /** What this customer was told and does not find any more. */
    async missing(counts: { repeated: number }): Promise<string[]> {
      ;({ token, visitorKey } = await session(visitorKey))
      const findings: string[] = []
      for (const [id, number] of orders) {
        const order = await call<Order>('GET', visitorPaths.order(id))
        if (number !== null && order.number !== number)
          findings.push(`order ${id} was number ${number}, is ${order.number}`)
      }
      for (const id of paid)
        if (!(await becomes(async () => (await call<Order>('GET', visitorPaths.order(id))).payStatus === 'paid')))
          findings.push(`order ${id} was paid and is not`)
      const own = await call<Booking[]>('GET', visitorPaths.bookings)
      for (const id of bookings)
        if (own.find((booking) => booking.id === id)?.status !== 'confirmed') findings.push(`booking ${id} is gone`)
      if (isMember && (await call<Membership | null>('GET', visitorPaths.card)) === null)
        findings.push('a card is gone')
      if (unsure) {
        const { key, request: again } = unsure
        const ids = await Promise.all(
          [1, 2].map(async () => (await call<PlacedOrder>('POST', visitorPaths.orders, again, key)).order.id),
        )
        const known = await call<Order[]>('GET', visitorPaths.orders)
        counts.repeated++
        if (ids[0] !== ids[1] || known.filter(({ id }) => id === ids[0]).length !== 1)
          findings.push(`one wish became two orders: ${ids.join()}`)
      }
      return findings
    },
  }
}

const patienceMs = 60_000

/** True as soon as it is so; false when it never was, in a time in which everything happens. */
async function becomes(isSo: () => Promise<boolean>): Promise<boolean> {
  const untilMs = Date.now() + patienceMs
  for (;;) {
    if (await isSo()) return true
    if (Date.now() > untilMs) return false
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

interface Asked {
  readonly host?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object | undefined
  readonly form?: string
}

/** @throws for every answer that is not a yes */
function ask(
  { url }: ProductProcess,
  method: string,
  path: string,
  { host = publicHost, headers = {}, body, form }: Asked,
): Promise<{ readonly body: unknown; readonly cookies: readonly string[] }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url + path,
      { method, headers: { 'content-type': 'application/json', ...headers, host }, agent: false },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part: string) => (text += part))
        answer.on('error', reject)
        answer.on('end', () => {
          const status = answer.statusCode ?? 0
          if (status >= 400) return reject(new Error(`${method} ${path} answered ${status}: ${text}`))
          const isJson = answer.headers['content-type']?.includes('json')
          resolve({ body: isJson && text ? JSON.parse(text) : null, cookies: answer.headers['set-cookie'] ?? [] })
        })
      },
    )
    sent.on('error', reject)
    sent.end(method === 'GET' ? undefined : (form ?? JSON.stringify(body ?? {})))
  })
}
