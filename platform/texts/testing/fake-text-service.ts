/** A service that takes text messages by HTTP, as an operator would run one. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface FakeTextService {
  readonly url: string
  readonly taken: { readonly body: string; readonly signature: string }[]
  /** What it answers with from now on; `nothing` leaves whoever asks waiting. */
  answers(status: number | 'nothing'): void
  close(): Promise<void>
}

export async function startFakeTextService(): Promise<FakeTextService> {
  const taken: FakeTextService['taken'] = []
  let status: number | 'nothing' = 202
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const signature = request.headers['shopwright-signature']
    taken.push({ body: Buffer.concat(parts).toString(), signature: String(signature) })
    if (status === 'nothing') return
    response.writeHead(status, status === 307 ? { location: 'http://127.0.0.1:1/' } : {}).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`,
    taken,
    answers: (wanted) => void (status = wanted),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
