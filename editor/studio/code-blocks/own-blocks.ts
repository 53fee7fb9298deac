import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CodeBlockId } from '#model/ids.ts'
import { codeBlockType, type CodeBlockRecord, type Program } from '#model/index.ts'
import type { CodeProblem } from '#compiler/code-blocks/compile-source.ts'
import { blockDefinitionOf, type CompiledCodeBlock } from '#components/kit/code-block.ts'
import type { BlockDefinition } from '#components/kit/define-block.ts'
import { definitions as allDefinitions } from '#components/definitions.ts'
import { createSourceCompiler, type SourceCompiler } from './source-compiler.ts'

/** One code block as far as it was compiled. */
export interface OwnBlock {
  /** As it last was without a mistake, in this tab. */
  readonly good: CompiledCodeBlock | undefined
  /** What is wrong with the source as it stands now. */
  readonly problems: readonly CodeProblem[]
  /** The source is newer than what was compiled. */
  readonly isBehind: boolean
  /** There is no compiler: without a network it may not have been loaded yet. */
  readonly cannotCompile: boolean
}

export type CodeBlockChange = { readonly [type: string]: CompiledCodeBlock | null }

/** The code blocks of an opened program, compiled as they are typed. */
export interface OwnBlocks {
  readonly store: StoreApi<ReadonlyMap<CodeBlockId, OwnBlock>>
  /**
   * Definitions by type, those of the library and of the program's own as they last were without a mistake. The same
   * object always: whoever keeps it sees them change.
   */
  readonly definitions: { readonly [type: string]: BlockDefinition }
  /** All that can run, by type. */
  current(): { readonly [type: string]: CompiledCodeBlock }
  /** Called with what runs otherwise from now on. @returns stops it */
  onCompiled(listener: (changed: CodeBlockChange) => void): () => void
  /** Called with the types whose fields, name or the like are others now. @returns stops it */
  onDefined(listener: (types: ReadonlySet<string>) => void): () => void
  /** Tries again what could not be compiled for lack of a compiler. */
  tryAgain(): void
  stop(): void
}

/**
 * Follows the sources. Each is compiled as soon as it is another, one at a time and the newest only: what was typed while
 * the last one was compiled is not waited for twice.
 */
export function createOwnBlocks(
  program: Program,
  compiler: SourceCompiler = createSourceCompiler(),
  library: { readonly [type: string]: BlockDefinition } = allDefinitions,
): OwnBlocks {
  const definitions = { ...library }
  const store = createStore<ReadonlyMap<CodeBlockId, OwnBlock>>(() => new Map())
  const said = new Map<string, string>()
  const compiledListeners = new Set<(changed: CodeBlockChange) => void>()
  const definedListeners = new Set<(types: ReadonlySet<string>) => void>()
  const compiled = new Map<CodeBlockId, string>()
  const running = new Set<CodeBlockId>()
  let isOver = false

  const set = (id: CodeBlockId, change: Partial<OwnBlock>) => {
    const before = store.getState().get(id) ?? nothingYet
    store.setState(new Map(store.getState()).set(id, { ...before, ...change }), true)
  }

  function look({ id, source }: CodeBlockRecord): void {
    if (compiled.get(id) === source) return
    if (!store.getState().has(id)) definitions[codeBlockType(id)] = pendingBlock(codeBlockType(id))
    if (!store.getState().get(id)?.isBehind) set(id, { isBehind: true, cannotCompile: false })
    if (!running.has(id)) void run(id)
  }

  async function run(id: CodeBlockId): Promise<void> {
    running.add(id)
    try {
      for (let source = program.codeBlock(id)?.source; source !== undefined && !isOver;) {
        const result = await compiler.compile(source)
        if (isOver) return
        const now = program.codeBlock(id)?.source
        compiled.set(id, source)
        const isBehind = now !== source
        // A good version is shown at once; a mistake that is typed over already is nobody's business.
        if (result.ok) became(id, result.block, isBehind)
        else if (!isBehind) became(id, undefined, false, result.problems)
        if (!isBehind) return
        source = now
      }
    } catch {
      if (!isOver) set(id, { isBehind: false, cannotCompile: true })
    } finally {
      running.delete(id)
    }
  }

  function became(
    id: CodeBlockId,
    block: CompiledCodeBlock | undefined,
    isBehind: boolean,
    problems: readonly CodeProblem[] = [],
  ): void {
    const type = codeBlockType(id)
    const before = store.getState().get(id)
    set(id, { problems, isBehind, ...(block && { good: block }) })
    if (!block) {
      if (!before?.good && said.get(type) !== '') define(type, '', undefined)
      return
    }
    if (JSON.stringify(block) !== JSON.stringify(before?.good))
      for (const listener of [...compiledListeners]) listener({ [type]: block })
    const says = JSON.stringify(block.definition)
    if (said.get(type) !== says) define(type, says, blockDefinitionOf(type, block.definition))
  }

  /** @param definition - undefined for one that never was without a mistake: it cannot be drawn */
  function define(type: string, says: string, definition: BlockDefinition | undefined): void {
    said.set(type, says)
    if (definition) definitions[type] = definition
    else delete definitions[type]
    for (const listener of [...definedListeners]) listener(new Set([type]))
  }

  function lookAtAll(): void {
    for (const record of program.codeBlocks()) look(record)
  }

  const stop = program.subscribe(({ codeBlocks }) => {
    for (const id of codeBlocks) {
      const record = program.codeBlock(id)
      if (record) look(record)
    }
  })
  lookAtAll()

  return {
    store,
    definitions,
    current: () =>
      Object.fromEntries(
        [...store.getState()].flatMap(([id, { good }]) => (good ? [[codeBlockType(id), good] as const] : [])),
      ),
    onCompiled(listener) {
      compiledListeners.add(listener)
      return () => compiledListeners.delete(listener)
    },
    onDefined(listener) {
      definedListeners.add(listener)
      return () => definedListeners.delete(listener)
    },
    tryAgain: lookAtAll,
    stop() {
      isOver = true
      stop()
      compiler.stop()
      compiledListeners.clear()
      definedListeners.clear()
    },
  }
}

const nothingYet: OwnBlock = { good: undefined, problems: [], isBehind: false, cannotCompile: false }

/** Until a source was read for the first time, its block has no fields, and the canvas keeps room for it. */
function pendingBlock(type: string): BlockDefinition {
  return blockDefinitionOf(type, {
    label: { en: 'Code block', 'zh-CN': '代码组件' },
    fields: {},
    capabilities: [],
  })
}
