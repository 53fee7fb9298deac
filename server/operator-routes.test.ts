import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import type { Platform } from '#platform/index.ts'
import { createMetrics } from './metrics.ts'
import { mountOperatorRoutes } from './operator-routes.ts'
import type { OperatorOptions } from './operator-routes.ts'

const started: { server: Server; stop(): void }[] = []
afterEach(() => {
  for (const { server, stop } of started.splice(0)) {
    server.close()
    stop()
  }
})

async function start(change: Partial<OperatorOptions> & { query?: () => Promise<unknown> } = {}) {
  const metrics = createMetrics((host) => host.startsWith('localhost'))
  const app: Platform['app'] = new Hono()
  const query = change.query ?? (async () => undefined)
  const pool = { query, totalCount: 3, idleCount: 2, waitingCount: 0 } as unknown as pg.Pool
  mountOperatorRoutes(app, { pool, metrics, neededFiles: [], metricsToken: undefined, ...change })
  app.get('/api/programs/1/events', (c) => c.body('data: 1\n\n', 200, { 'content-type': 'text/event-stream' }))
  app.get('/:any', (c) => c.text('page'))
  const server = createServer(metrics.measure(getRequestListener(app.fetch)))
  started.push({ server, stop: metrics.stop })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers })
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
  return Object.assign(ask, { port })
}

test('it is ready when the database answers and what it shows has been built, and says what is missing', async () => {
  const ready = await (await start({ neededFiles: [import.meta.filename] }))('/readyz')
  expect([ready.status, JSON.parse(ready.text)]).toEqual([
    200,
    { status: 'ready', checks: { database: true, files: true } },
  ])
  expect(ready.headers.get('cache-control')).toBe('no-store')
  const unbuilt = await (await start({ neededFiles: [join(import.meta.dirname, 'not-built.html')] }))('/readyz')
  expect([unbuilt.status, JSON.parse(unbuilt.text)]).toMatchObject([503, { checks: { database: true, files: false } }])
  const ask = await start({ query: () => Promise.reject(new Error('down')) })
  expect(JSON.parse((await ask('/readyz')).text)).toMatchObject({ checks: { database: false, files: true } })
  expect((await ask('/healthz')).status).toBe(503)
})

test('answers are counted by what was asked for, without saying by whom or for which shop', async () => {
  const ask = await start()
  for (let times = 0; times < 3; times++) await ask('/secret-page-of-ann?phone=13800000000')
  await fetch(`http://localhost:${ask.port}/menu-of-ann`).then((response) => response.text())
  await ask('/api/programs/1/events')
  const { text, headers } = await ask('/metrics')
  expect(headers.get('content-type')).toContain('version=0.0.4')
  expect(text).toMatch(/^shopwright_http_answers_total\{area="app",status="2xx"\} 3$/m)
  expect(text).toMatch(/^shopwright_http_seconds_bucket\{area="app",le="\+Inf"\} 3$/m)
  expect(text).toContain('shopwright_http_answers_total{area="page",status="2xx"} 1')
  expect(text).toContain('shopwright_http_answers_total{area="api",status="2xx"} 1')
  expect(text).not.toContain('shopwright_http_seconds_count{area="api"}') // it streams events
  expect(text).toContain('shopwright_database_connections{state="idle"} 2')
  expect(text).toMatch(/^process_resident_memory_bytes [1-9]\d{6,}$/m)
  expect(text).not.toMatch(/ann|138000|localhost|127\.0/)
  // What a reader of the format takes: comments, or a name with labels and a number.
  for (const line of text.trim().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{[^{}]+\})? [\d.e+-]+)$/)
})

test('without a token only this machine reads the figures, and nobody through a proxy', async () => {
  const ask = await start()
  expect((await ask('/metrics')).status).toBe(200)
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
    expect((await ask('/metrics', { [name]: '203.0.113.9' })).text, name).not.toContain('shopwright_http')
})

test('with a token everybody needs it', async () => {
  const metricsToken = 'a token of the tests, long enough'
  const ask = await start({ metricsToken })
  expect((await ask('/metrics')).status).toBe(404)
  expect((await ask('/metrics', { authorization: 'Bearer wrong' })).status).toBe(404)
  expect(
    (await ask('/metrics', { authorization: `Bearer ${metricsToken}`, 'x-forwarded-for': '203.0.113.9' })).status,
  ).toBe(200)
})
