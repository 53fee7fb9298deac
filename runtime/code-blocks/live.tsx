/** Code blocks of a published page: loaded where one stands, and nowhere else. */
import type { ReactElement } from 'react'
import type { JsonObject } from '#model/json.ts'
import type { CompiledCodeBlock } from '#components/kit/code-block.ts'
import type { BlockViewProps } from '#components/kit/view.ts'
import { iconPaths } from '#components/primitives/icon-paths.ts'
import { offerIcons } from '#components/primitives/index.ts'
import { pageDataId, type PageData } from '../live/page-data.ts'
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
  const { code } = JSON.parse(document.getElementById(pageDataId)?.textContent ?? '{}') as Partial<PageData>
  const blocks = new Map<string, CompiledCodeBlock>(Object.entries(code ?? {}))
  // Nothing that has been published changes while somebody looks at it.
  return { find: (type) => blocks.get(type), subscribe: () => () => {}, startWorker }
}
