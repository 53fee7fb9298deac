/** As much of a Redis server as publishing and subscribing takes, so that tests need none. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

export interface FakeRedis {
  readonly url: string
  stop(): void
}

export async function startFakeRedis(): Promise<FakeRedis> {
  const clients = new Map<Socket, Set<string>>()
  const server = createServer((socket) => {
    clients.set(socket, new Set())
    socket.on('error', () => {})
    socket.on('close', () => clients.delete(socket))
    let rest = ''
    socket.setEncoding('latin1').on('data', (text) => {
      rest += String(text)
      for (let parsed = parse(rest); parsed; parsed = parse(rest)) {
        rest = rest.slice(parsed.length)
        answer(socket, parsed.words)
      }
    })
  })

  function answer(socket: Socket, [command = '', ...words]: readonly string[]): void {
    const [channel = '', message = ''] = words
    switch (command.toUpperCase()) {
      case 'SUBSCRIBE':
        for (const each of words) {
          clients.get(socket)?.add(each)
          socket.write(`*3\r\n${bulk('subscribe')}${bulk(each)}:1\r\n`, 'latin1')
        }
        return
      case 'PUBLISH': {
        const to = [...clients].filter(([, channels]) => channels.has(channel))
        for (const [client] of to) client.write(`*3\r\n${bulk('message')}${bulk(channel)}${bulk(message)}`, 'latin1')
        socket.write(`:${to.length}\r\n`)
        return
      }
      default:
        socket.write('+OK\r\n')
    }
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      for (const client of clients.keys()) client.destroy()
      server.close()
    },
  }
}

const bulk = (text: string): string => `$${text.length}\r\n${text}\r\n`

/** One command: `*<count>` and that many times `$<length>` with the word. */
function parse(text: string): { words: string[]; length: number } | undefined {
  let at = 0
  const line = (): string | undefined => {
    const end = text.indexOf('\r\n', at)
    if (end < 0) return undefined
    const found = text.slice(at, end)
    at = end + 2
    return found
  }
  const count = Number(line()?.slice(1) ?? Number.NaN)
  const words: string[] = []
  for (let left = count; left > 0; left--) {
    const length = Number(line()?.slice(1) ?? Number.NaN)
    if (!(text.length >= at + length + 2)) return undefined
    words.push(text.slice(at, at + length))
    at += length + 2
  }
  return words.length === count ? { words, length: at } : undefined
}
