/** Code blocks of a published page: loaded where one stands, and nowhere else. */
import type { ReactElement } from 'react'
import type { JsonObject } from '#model/json.ts'
import type { ShownCodeBlock } from '#components/kit/code-block.ts'
import type { BlockViewProps } from '#components/kit/view.ts'
import { iconPaths } from '#components/primitives/icon-paths.ts'
import { offerIcons } from '#components/primitives/index.ts'
import { pageDataId, type CodeBlockOnPage, type PageData } from '../live/page-data.ts'
import { RuntimeScopeProvider, useRuntimeScope, type RuntimeScope } from '../scope.ts'
import { CodeBlockView } from './code-block-view.tsx'
import type { CodeBlocks } from './code-blocks.ts'
import { startWorker } from './start-worker.ts'

// Nothing of a code block is drawn beforehand, so its icons are not in the page.
offerIcons(iconPaths)

let codeBlocks: CodeBlocks | undefined
const scopes = new WeakMap<RuntimeScope, RuntimeScope>()

export function view(props: BlockViewProps<JsonObject>): ReactElement {
  return (
    <RuntimeScopeProvider value={withCodeBlocks(useRuntimeScope())}>
      <CodeBlockView {...props} />
    </RuntimeScopeProvider>
  )
}

/** The same object for the same scope: what is drawn with it is not begun anew. */
function withCodeBlocks(scope: RuntimeScope): RuntimeScope {
  codeBlocks ??= readCodeBlocks()
  const known = scopes.get(scope) ?? { ...scope, codeBlocks }
  scopes.set(scope, known)
  return known
}

function readCodeBlocks(): CodeBlocks {
  const { code = {} } = JSON.parse(document.getElementById(pageDataId)?.textContent ?? '{}') as Partial<PageData>
  const blocks = new Map<string, ShownCodeBlock>(Object.entries(code))
  const listeners = new Map<string, Set<() => void>>()

  async function load(type: string, { definition, file }: CodeBlockOnPage): Promise<void> {
    try {
      const response = await fetch(file)
      if (!response.ok) throw new Error(`${file}: ${response.status}`)
      blocks.set(type, { definition, code: await response.text() })
      for (const listener of listeners.get(type) ?? []) listener()
    } catch {
      // Its place stays free until the network is back.
      addEventListener('online', () => void load(type, { definition, file }), { once: true })
    }
  }

  for (const [type, block] of Object.entries(code)) void load(type, block)
  return {
    find: (type) => blocks.get(type),
    // Nothing that has been published changes while somebody looks at it: it arrives, and stays.
    subscribe(type, listener) {
      const own = listeners.get(type) ?? new Set()
      listeners.set(type, own.add(listener))
      return () => void own.delete(listener)
    },
    startWorker,
  }
}
