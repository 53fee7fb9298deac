/**
 * Nothing of a workspace reaches another: every route of the merchants' interface, with every kind of identifier that the
 * other workspace has, as every role, also when the queries have forgotten whose rows they want.
 */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { allRoutes } from './all-routes.ts'
import { createChangedShop, customerPhone } from './changes/testing.ts'
import type { ChangedShop } from './changes/testing.ts'
import { merchantPaths, visitorPaths } from './contract/routes.ts'
import type { Me, Program, Role } from './contract/merchant.ts'
import { letIn, makeProgram, signUp } from './testing/platform.ts'
import type { Answer, Visitor } from './testing/platform.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

/** Stands in everything that the other workspace wrote. */
const mark = 'XQ-ONLY-OURS'

let theirs: ChangedShop
let ann: Visitor & { readonly me: Me }
let own: Program
/** One of each table's ids, and each table's rows as a sum. */
let identifiers: readonly string[]
let before: string

beforeAll(async () => {
  theirs = await createChangedShop()
  await theirs.placeOrder()
  await theirs.book()
  const { programId, workspaceId, owner } = theirs
  await theirs.customer.call('POST', visitorPaths.card, { name: mark, phone: customerPhone, consent: true })
  await theirs.sql(
    'UPDATE dish SET name = jsonb_build_object($1::text, $2::text, $3::text, $2::text) WHERE program_id = $4',
    [...['en', mark, 'zh-CN'], programId],
  )
  await owner.call('POST', merchantPaths.posters(programId), { body: { name: mark } })
  await owner.call('POST', merchantPaths.webhooks(workspaceId), {
    body: { url: `https://example.com/${mark}`, events: ['order'] },
  })
  await theirs.placeOrder()
  ann = await signUp(theirs.platform, 'Ann')
  own = await makeProgram(theirs.platform, ann)
  await ann.call('POST', merchantPaths.releases(own.id), { body: { requestId: crypto.randomUUID() } })
  identifiers = await oneOfEach()
  before = await sumOfAll()
})
afterAll(() => theirs.close())

async function tables(): Promise<readonly string[]> {
  const rows = await theirs.sql<{ name: string }>(`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
    WHERE c.relkind = 'r' ORDER BY 1`)
  return rows.map(({ name }) => name)
}

async function oneOfEach(): Promise<readonly string[]> {
  const found: string[] = [theirs.programId, theirs.workspaceId]
  for (const name of await tables()) {
    const [row] = await theirs.sql<{ row: { id?: unknown } }>(
      `SELECT to_jsonb(t) AS row FROM ${name} t WHERE tenant_id = $1 LIMIT 1`,
      [theirs.workspaceId],
    )
    if (typeof row?.row.id === 'string') found.push(row.row.id)
  }
  return [...new Set(found)]
}

/** Of what nobody but the other workspace may change; when something was last looked at is no matter. */
async function sumOfAll(): Promise<string> {
  const sums: string[] = []
  for (const name of await tables()) {
    const [row] = await theirs.sql<{ sum: string }>(
      `SELECT md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) AS sum FROM ${name} t WHERE tenant_id = $1`,
      [theirs.workspaceId],
    )
    sums.push(`${name} ${row?.sum}`)
  }
  return sums.join('\n')
}

const guarded = allRoutes.filter(({ path }) => /:(workspaceId|programId)/.test(path) && !path.endsWith('/events'))

/** The right query, so that nothing but the identifier is wrong. */
function queryOf(path: string): string {
  if (path.endsWith('/bookings')) return '?from=2030-01-01&to=2030-01-02'
  if (path.endsWith('/moves')) return '?date=2030-01-01'
  return path.endsWith('/slots') ? '?serviceId=x&date=2030-01-01&partySize=2' : ''
}

interface Asked {
  readonly method: string
  readonly path: string
  readonly answer: Answer
  /** What was asked for, which an answer may repeat. */
  readonly named: string
}

/** Own program and workspace, and this for whatever else a route names. */
async function askAll(by: Visitor, ids: readonly string[], methods: readonly string[]): Promise<readonly Asked[]> {
  const asked: Asked[] = []
  for (const { method, path } of guarded.filter((route) => methods.includes(route.method))) {
    const rest = path.replace(':workspaceId', own.workspaceId).replace(':programId', own.id)
    const names = rest.match(/:\w+/g) ?? []
    for (const named of names.length === 0 ? [''] : ids) {
      const address = names.reduce((text, name) => text.replace(name, named), rest)
      const answer = await by.call(method, address + queryOf(path), method === 'GET' ? {} : { body: {} })
      asked.push({ method, path, answer, named })
    }
  }
  return asked
}

/** What of the other workspace stands in an answer. */
function leaksIn(asked: readonly Asked[]): readonly string[] {
  return asked.flatMap(({ method, path, answer, named }) => {
    const text = JSON.stringify(answer.body) ?? ''
    const shown = [mark, customerPhone, ...identifiers].filter((each) => each !== named && text.includes(each))
    const isDone = named !== '' && answer.status < 400 && text !== '[]' && text !== '{}' && text.includes(named)
    const isBroken = answer.status >= 500
    return shown.length > 0 || isDone || isBroken
      ? [`${method} ${path} (${named}) ${answer.status}: ${text.slice(0, 200)}`]
      : []
  })
}

test('there is something to leak', async () => {
  expect(identifiers.length).toBeGreaterThan(20)
  const orders = await theirs.owner.call('GET', `${merchantPaths.orders(theirs.programId)}?scope=all`)
  expect(JSON.stringify(orders.body)).toContain(mark)
})

test('in an own workspace, no identifier of another opens anything', async () => {
  expect(leaksIn(await askAll(ann, identifiers, ['GET', 'PATCH', 'PUT', 'POST', 'DELETE']))).toEqual([])
  expect(await sumOfAll()).toBe(before)
})

describe.each(['designer', 'editor', 'viewer'] as const)('to a guest of the own program who is %s', (role: Role) => {
  test('neither', async () => {
    const guest = await signUp(theirs.platform, 'Bo')
    await letIn(ann, guest, merchantPaths.invitations(own.id), role)
    const some = identifiers.filter((_, index) => index % 12 === 0)
    expect(leaksIn(await askAll(guest, some, ['GET', 'PATCH', 'PUT', 'POST', 'DELETE']))).toEqual([])
    expect(await sumOfAll()).toBe(before)
  })
})

test('what was logged meanwhile names nobody', () => {
  const logged = JSON.stringify(theirs.platform.logged)
  const { me } = theirs.owner
  const personal = [mark, customerPhone, theirs.customer.token, theirs.customer.visitorKey, me.user.email, me.user.name]
  expect(personal.filter((each) => logged.includes(each))).toEqual([])
  expect(logged).not.toMatch(/[?&](token|search|phone|key)=/)
})

/** From here on no statement says any more whose rows it wants: the database has to know. Comes last, since it stays so. */
test('queries that forgot their filters still show nothing: the rules of the database hold', async () => {
  let stripped = 0
  forgetFilters(theirs.platform.database.pool, () => stripped++)
  const asked = await askAll(ann, identifiers, ['GET'])
  expect(asked.filter(({ answer }) => answer.status === 200).length).toBeGreaterThan(10)
  // Two programs of one workspace are mixed up then, so an answer may fail; what it never does is show another workspace.
  const shown = asked.flatMap(({ method, path, answer, named }) => {
    const text = JSON.stringify(answer.body) ?? ''
    return [mark, customerPhone, ...identifiers].some((each) => each !== named && text.includes(each))
      ? [`${method} ${path}: ${text.slice(0, 200)}`]
      : []
  })
  expect(shown).toEqual([])
  expect(stripped).toBeGreaterThan(200)
})

/** Takes `program_id = $1` and `tenant_id = $1` out of every statement that is sent from now on. */
function forgetFilters(pool: pg.Pool, onStripped: () => void): void {
  const connect = pool.connect.bind(pool)
  const patched = new WeakSet<pg.PoolClient>()
  const filter = /(?:"?\w+"?\.)?"?\b(?:program_id|tenant_id)"?\s*=\s*\$(\d+)/g
  pool.connect = (async (done?: Parameters<typeof connect>[0]) => {
    if (done) return connect(done)
    const client = await connect()
    if (patched.has(client)) return client
    patched.add(client)
    const query = client.query.bind(client) as (...asked: unknown[]) => Promise<pg.QueryResult>
    client.query = ((asked: string | pg.QueryConfig, ...more: unknown[]) => {
      if (typeof asked === 'string') return query(asked, ...more)
      const { name: _planned, ...rest } = asked
      const isRead = /^\s*(select|with)/i.test(rest.text)
      const text = isRead ? rest.text.replaceAll(filter, '$$$1::uuid IS NOT NULL') : rest.text
      if (text !== rest.text) onStripped()
      return query({ ...rest, text })
    }) as typeof client.query
    return client
  }) as typeof pool.connect
}
