/**
 * What stands in front in production: ends TLS with one certificate for the platform and, by a wildcard, for all programs, and
 * passes everything on as it came. The key in `tls/` is for these names of no network alone.
 */
import { readFileSync } from 'node:fs'
import { request as send } from 'node:http'
import { createServer, request } from 'node:https'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

const file = (name: string) => readFileSync(join(import.meta.dirname, 'tls', name), 'utf8')
const certificate = file('cert.pem')

export interface TlsProxy {
  readonly port: number
  /** Where it passes everything on to. */
  leadTo(port: number): void
  close(): Promise<void>
}

export interface TlsAnswer {
  readonly status: number
  readonly text: string
  readonly headers: { readonly [name: string]: string | undefined }
  /** Whole lines of `Set-Cookie`. */
  readonly cookies: readonly string[]
}

export async function startTlsProxy(): Promise<TlsProxy> {
  let target = 0
  const forwarded = (headers: object, address: string | undefined) => ({
    ...headers,
    'x-forwarded-for': address,
    'x-forwarded-proto': 'https',
  })
  const server = createServer({ key: file('key.pem'), cert: certificate }, (incoming, outgoing) => {
    const { method, url, headers, socket } = incoming
    const onward = send(
      { host: '127.0.0.1', port: target, method, path: url, headers: forwarded(headers, socket.remoteAddress) },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    onward.on('error', () => outgoing.writeHead(502).end())
    incoming.pipe(onward)
  })
  server.on('upgrade', (incoming, socket, head) => {
    const onward = connect(target, '127.0.0.1', () => {
      const lines = Object.entries(forwarded(incoming.headers, incoming.socket.remoteAddress))
      const asked = lines.map(([name, value]) => `${name}: ${String(value)}\r\n`).join('')
      onward.write(`GET ${incoming.url} HTTP/1.1\r\n${asked}\r\n`)
      onward.write(head)
      onward.pipe(socket).pipe(onward)
    })
    for (const each of [onward, socket]) each.on('error', () => (onward.destroy(), socket.destroy()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (port) => void (target = port),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** How a client reaches a name of the certificate, which no name server knows. */
export function tlsTo(url: string) {
  const { hostname, port } = new URL(url)
  return { host: '127.0.0.1', port: Number(port), servername: hostname, ca: certificate }
}

/** Asks as a browser would that trusts the certificate. @throws when the certificate is not for the name */
export function askByTls(
  method: string,
  url: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
): Promise<TlsAnswer> {
  const { pathname, search, host } = new URL(url)
  return new Promise((resolve, reject) => {
    const sent = request(
      { ...tlsTo(url), method, path: pathname + search, headers: { host, ...headers }, agent: false },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part: string) => (text += part))
        answer.on('end', () => {
          const { 'set-cookie': cookies = [], ...others } = answer.headers
          resolve({ status: answer.statusCode ?? 0, text, cookies, headers: others as TlsAnswer['headers'] })
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
