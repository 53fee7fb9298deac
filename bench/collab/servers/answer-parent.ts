/** What each server under test is asked by the bench, over the channel to its child process. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Question =
  | { readonly ask: 'memory' }
  /** Makes documents; servers that make them when somebody comes have nothing to do. */
  | { readonly ask: 'create'; readonly count: number; readonly update: string }
  /** Stores one small update, with nobody there, and says how long the commit took; 0 where nothing is stored. */
  | { readonly ask: 'commit' }
  /** Lets go of what nobody has open, so that the next one is read from the disk. */
  | { readonly ask: 'forget' }
  | { readonly ask: 'stop' }

export interface Memory {
  readonly heapBytes: number
  readonly residentBytes: number
}

export interface Behaviour {
  create?(count: number, update: Uint8Array): Promise<readonly string[]>
  commit?(): Promise<number>
  forget?(): Promise<void>
  stop?(): Promise<void>
}

/** Serves on a free port until it is told to stop. */
export async function answerParent(http: Server, behaviour: Behaviour = {}): Promise<void> {
  process.on('message', (question: Question) => {
    void answer(question).then((reply) => process.send?.(reply ?? {}))
  })
  // The bench is gone: so is its server.
  process.on('disconnect', () => void answer({ ask: 'stop' }))
  async function answer(question: Question): Promise<unknown> {
    if (question.ask === 'memory') return memoryNow()
    if (question.ask === 'create')
      return behaviour.create?.(question.count, Buffer.from(question.update, 'base64')) ?? names(question.count)
    if (question.ask === 'commit') return (await behaviour.commit?.()) ?? 0
    if (question.ask === 'forget') return behaviour.forget?.()
    await behaviour.stop?.()
    process.exit()
  }
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  process.send?.({ url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}` })
}

const names = (count: number): readonly string[] => Array.from({ length: count }, () => crypto.randomUUID())

/** After garbage collection, which `--expose-gc` lets us ask for. */
function memoryNow(): Memory {
  for (let times = 0; times < 3; times++) globalThis.gc?.()
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage()
  return { heapBytes: heapUsed + arrayBuffers, residentBytes: rss }
}
