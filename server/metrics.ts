/**
 * Counts what the process does, in the text format that Prometheus reads
 * (https://prometheus.io/docs/instrumenting/exposition_formats/). Labels come from fixed lists: no address, name, id or
 * host ever stands in one.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'

export interface PoolCounts {
  readonly totalCount: number
  readonly idleCount: number
  readonly waitingCount: number
}

export interface Metrics {
  /** The same listener, with every answer counted and timed. */
  measure(listener: RequestListener): RequestListener
  text(pool: PoolCounts): string
  stop(): void
}

/** Upper bounds of the time to the last byte, in seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

interface Timing {
  readonly counts: number[]
  sum: number
  count: number
}

/** @param isProgram - whether a host is a program's origin */
export function createMetrics(isProgram: (host: string) => boolean): Metrics {
  const answers = new Map<string, number>()
  const timings = new Map<Area, Timing>()
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()

  function count(request: IncomingMessage, response: ServerResponse, startedMs: number): void {
    const area = areaOf(isProgram(request.headers.host ?? ''), request.url ?? '/')
    const key = `area="${area}",status="${Math.floor(response.statusCode / 100)}xx"`
    answers.set(key, (answers.get(key) ?? 0) + 1)
    // A stream of events is open for as long as somebody listens, which says nothing about speed.
    if (/\/events(\?|$)/.test(request.url ?? '')) return
    const timing = timings.get(area) ?? { counts: buckets.map(() => 0), sum: 0, count: 0 }
    timings.set(area, timing)
    const seconds = (performance.now() - startedMs) / 1000
    timing.sum += seconds
    timing.count++
    for (const [at, bound] of buckets.entries()) if (seconds <= bound) timing.counts[at] = (timing.counts[at] ?? 0) + 1
  }

  return {
    measure: (listener) => (request, response) => {
      const startedMs = performance.now()
      response.once('close', () => count(request, response, startedMs))
      listener(request, response)
    },
    text: (pool) =>
      [
        ...family(
          'shopwright_http_answers_total',
          'counter',
          'Answers sent, by what was asked for and kind of status.',
        ),
        ...[...answers].map(([labels, value]) => `shopwright_http_answers_total{${labels}} ${value}`),
        ...family('shopwright_http_seconds', 'histogram', 'Time from the request to the last byte of its answer.'),
        ...[...timings].flatMap(([area, timing]) => histogram(area, timing)),
        ...family(
          'shopwright_database_connections',
          'gauge',
          'Connections of this process, and requests waiting for one.',
        ),
        `shopwright_database_connections{state="open"} ${pool.totalCount}`,
        `shopwright_database_connections{state="idle"} ${pool.idleCount}`,
        `shopwright_database_connections{state="waited-for"} ${pool.waitingCount}`,
        ...family('nodejs_eventloop_lag_p99_seconds', 'gauge', 'How late timers run, since the last reading.'),
        `nodejs_eventloop_lag_p99_seconds ${readDelay()}`,
        ...family('process_resident_memory_bytes', 'gauge', 'Memory of this process.'),
        `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
        ...family('process_cpu_seconds_total', 'counter', 'Processor time of this process.'),
        `process_cpu_seconds_total ${cpuSeconds()}`,
        ...family('process_uptime_seconds', 'gauge', 'Since this process began.'),
        `process_uptime_seconds ${process.uptime()}`,
        '',
      ].join('\n'),
    stop: () => void delay.disable(),
  }

  function readDelay(): number {
    const ns = delay.percentile(99)
    delay.reset()
    return Number.isFinite(ns) ? ns / 1e9 : 0
  }
}

type Area = 'page' | 'shop' | 'picture' | 'code' | 'api' | 'cashier' | 'app'

function areaOf(isProgram: boolean, url: string): Area {
  if (url.startsWith('/pictures/')) return 'picture'
  if (url.startsWith('/runtime/') || url.startsWith('/assets/')) return 'code'
  if (isProgram) return url.startsWith('/_shop/') ? 'shop' : 'page'
  if (url.startsWith('/api/')) return 'api'
  return url.startsWith('/cashier/') || url.startsWith('/pay/') ? 'cashier' : 'app'
}

function family(name: string, type: 'counter' | 'gauge' | 'histogram', help: string): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]
}

function histogram(area: Area, { counts, sum, count }: Timing): readonly string[] {
  const name = 'shopwright_http_seconds'
  return [
    ...buckets.map((bound, at) => `${name}_bucket{area="${area}",le="${bound}"} ${counts[at] ?? 0}`),
    `${name}_bucket{area="${area}",le="+Inf"} ${count}`,
    `${name}_sum{area="${area}"} ${sum}`,
    `${name}_count{area="${area}"} ${count}`,
  ]
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
