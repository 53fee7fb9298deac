import type { CompiledSource } from '#compiler/code-blocks/compile-source.ts'

export interface ToCompiler {
  readonly turn: number
  readonly source: string
}

export interface FromCompiler {
  readonly turn: number
  readonly result: CompiledSource
}

export interface SourceCompiler {
  /** @throws or rejects when there is no compiler: it could not be loaded, or broke down */
  compile(source: string): Promise<CompiledSource>
  stop(): void
}

type CompilerWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

/** Loaded with the first source; a program without code blocks never asks for it. One that broke down is made anew. */
export function createSourceCompiler(start: () => CompilerWorker = startWorker): SourceCompiler {
  let worker: CompilerWorker | undefined
  let turn = 0
  const waiting = new Map<number, { resolve(result: CompiledSource): void; reject(error: Error): void }>()

  function end(): void {
    worker?.terminate()
    worker = undefined
    for (const { reject } of waiting.values()) reject(new Error('The compiler could not be loaded'))
    waiting.clear()
  }
  function running(): CompilerWorker {
    if (worker) return worker
    worker = start()
    worker.addEventListener('message', ({ data }: MessageEvent<FromCompiler>) => {
      waiting.get(data.turn)?.resolve(data.result)
      waiting.delete(data.turn)
    })
    worker.addEventListener('error', end)
    return worker
  }
  return {
    compile: (source) =>
      new Promise((resolve, reject) => {
        const message: ToCompiler = { turn: ++turn, source }
        waiting.set(message.turn, { resolve, reject })
        running().postMessage(message, [])
      }),
    stop: end,
  }
}

function startWorker(): Worker {
  return new Worker(new URL('./compile-worker.ts', import.meta.url), { type: 'module', name: 'code-blocks' })
}
