/** Requests to the product on this machine, each timed from the moment it was meant to leave. */
import { Agent, request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { brotliDecompress, gunzip } from 'node:zlib'
import { promisify } from 'node:util'
import type { Kind, Timings } from './timings.ts'

export interface Asked {
  readonly kind: Kind
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  /** Which origin: the platform's or a program's. */
  readonly host: string
  /** Who asks, as a proxy in front of the product would say; limits count by it. */
  readonly address: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object | undefined
  /** Sent as it is: a form, or what a beacon carries. */
  readonly text?: string
}

export interface Answer<Body> {
  readonly body: Body
  readonly cookies: readonly string[]
  readonly etag: string
}

export interface Asker {
  /** @throws for an answer that is not a yes; it is counted as an error of its kind first */
  ask<Body>(asked: Asked): Promise<Answer<Body>>
  /** A stream of events, read and thrown away until `stop`. */
  listen(asked: Omit<Asked, 'kind' | 'method' | 'body' | 'text'>): void
  stop(): void
}

const unpack = { br: promisify(brotliDecompress), gzip: promisify(gunzip) }
/** Longer than anything may take; what takes longer is an error. */
const patienceMs = 10_000

export function createAsker(port: number, timings: Timings): Asker {
  const agent = new Agent({ keepAlive: true, maxSockets: 512, scheduling: 'fifo' })
  const streams = new AbortController()

  async function ask<Body>(asked: Asked): Promise<Answer<Body>> {
    const startedMs = performance.now()
    try {
      const { answer, bytes } = await exchange(asked)
      timings.note(asked.kind, performance.now() - startedMs)
      const text = (await decode(answer, bytes)).toString()
      const isJson = answer.headers['content-type']?.includes('json') === true
      return {
        body: (isJson && text ? JSON.parse(text) : text) as Body,
        cookies: answer.headers['set-cookie'] ?? [],
        etag: answer.headers.etag ?? '',
      }
    } catch (error) {
      timings.noteError(asked.kind, error instanceof Error ? error.message : String(error))
      throw error
    }
  }

  function exchange(asked: Asked): Promise<{ answer: IncomingMessage; bytes: Buffer }> {
    const body = asked.text ?? (asked.body && JSON.stringify(asked.body))
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          ...{ host: '127.0.0.1', port, agent, method: asked.method, path: asked.path, timeout: patienceMs },
          headers: {
            host: asked.host,
            'x-forwarded-for': asked.address,
            'accept-encoding': 'br, gzip',
            ...(asked.body && { 'content-type': 'application/json' }),
            ...asked.headers,
            ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
          },
        },
        (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.once('error', reject)
          answer.once('end', () => {
            const bytes = Buffer.concat(parts)
            if ((answer.statusCode ?? 500) < 400) return resolve({ answer, bytes })
            reject(new Error(`${asked.method} ${asked.kind} answered ${answer.statusCode}: ${bytes.toString()}`))
          })
        },
      )
      sent.once('timeout', () => sent.destroy(new Error(`No answer within ${patienceMs} ms`)))
      sent.once('error', reject)
      sent.end(body)
    })
  }

  return {
    ask,
    listen({ path, host, address, headers }) {
      const sent = request(
        {
          ...{ host: '127.0.0.1', port, path, signal: streams.signal },
          headers: { host, 'x-forwarded-for': address, ...headers },
        },
        (answer) => {
          answer.once('error', () => undefined)
          answer.resume()
        },
      )
      sent.once('error', (error) => {
        if (!streams.signal.aborted) timings.noteError('events', error.message)
      })
      sent.end()
    },
    stop() {
      streams.abort()
      agent.destroy()
    },
  }
}

async function decode(answer: IncomingMessage, bytes: Buffer): Promise<Buffer> {
  const encoding = answer.headers['content-encoding']
  return encoding === 'br' || encoding === 'gzip' ? unpack[encoding](bytes) : bytes
}
