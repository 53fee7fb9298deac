import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Memory, Question } from './servers/answer-parent.ts'

export const contenders = ['shopwright', 'y-websocket', 'hocuspocus'] as const
export type Contender = (typeof contenders)[number]

/** A server in a child process of its own. */
export interface ServerUnderTest {
  readonly name: Contender
  readonly url: string
  readonly pid: number
  /** @returns ids of new documents. Only where documents are stored do they begin with `update`; join and send it else. */
  create(count: number, update: Uint8Array): Promise<readonly string[]>
  memory(): Promise<Memory>
  /** Milliseconds that one commit of a small update takes, and nothing else; 0 where nothing is stored. */
  commit(): Promise<number>
  forget(): Promise<void>
  stop(): Promise<void>
}

export async function startUnderTest(name: Contender): Promise<ServerUnderTest> {
  const script = path.join(import.meta.dirname, 'servers', `${name}.ts`)
  const child = fork(script, {
    execArgv: ['--expose-gc', '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [{ url }] = (await once(child, 'message')) as [{ url: string }]
  async function ask(question: Question): Promise<unknown> {
    const replied = once(child, 'message')
    child.send(question)
    const [reply] = await replied
    return reply
  }
  return {
    name,
    url,
    pid: child.pid ?? 0,
    create: async (count, update) =>
      (await ask({ ask: 'create', count, update: Buffer.from(update).toString('base64') })) as readonly string[],
    memory: async () => (await ask({ ask: 'memory' })) as Memory,
    commit: async () => (await ask({ ask: 'commit' })) as number,
    forget: async () => void (await ask({ ask: 'forget' })),
    async stop() {
      const ended = once(child, 'exit')
      child.send({ ask: 'stop' } satisfies Question)
      await ended
    },
  }
}
