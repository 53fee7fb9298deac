import { useEffect, useMemo, useRef, type ReactElement } from 'react'
import type { PageId } from '#model/ids.ts'
import { pagePaths } from '../host/addresses.ts'
import type { ProgramState } from '../program-state.ts'
import { NodeList } from '../render-node.tsx'
import { RuntimeScopeProvider, type RuntimeScope } from '../scope.ts'
import { NotFound } from '../shell/notices.tsx'
import { Shell } from '../shell/shell.tsx'
import { useStore, type Store } from '../store.ts'
import { themeCss } from '../theme-css.ts'

interface FramePageProps {
  readonly state: ProgramState
  readonly page: Store<PageId>
  readonly visit: Store<number>
  readonly scope: RuntimeScope
  open(pageId: PageId): void
}

/** The page shown in the frame. In the preview, tabs and links change pages inside; on the canvas nothing reacts. */
export function FramePage({ state, page, visit, scope, open }: FramePageProps): ReactElement {
  const { name, language, theme, homePageId, tabs, pages } = useStore(state.facts)
  const pageId = useStore(page)
  const visitNumber = useStore(visit)
  const css = useMemo(() => themeCss(theme, true), [theme])
  const stack = useRef<PageId[]>([])
  const shown = pages.get(pageId)
  const isHome = pageId === homePageId

  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(() => remember(stack.current, pageId), [pageId])

  const preview = scope.mode === 'preview'
  // Another situation is another visit; on the canvas nothing is under way, and somebody may be typing.
  const stay = preview ? `${pageId}/${visitNumber}` : pageId
  const paths = pagePaths([...pages.values()])
  const back = () => open(stack.current.filter((id) => pages.has(id)).at(-2) ?? homePageId)
  return (
    <RuntimeScopeProvider value={scope}>
      <style>{css}</style>
      <div inert={!preview} data-page={pageId}>
        <Shell
          mode={scope.mode}
          language={language}
          title={isHome ? name : (shown?.title ?? name)}
          back={!isHome && !tabs.some((tab) => tab.pageId === pageId)}
          tabs={tabs}
          pageId={pageId}
          addressOf={(id) => paths[id] ?? '/'}
          onOpen={preview ? open : undefined}
          onBack={preview ? back : undefined}
        >
          {shown ? <NodeList key={stay} ids={shown.root} /> : <NotFound language={language} />}
        </Shell>
      </div>
    </RuntimeScopeProvider>
  )
}

/** Going back to a page that is below in the stack takes off what lies on it. */
function remember(stack: PageId[], pageId: PageId): void {
  const at = stack.lastIndexOf(pageId)
  if (at >= 0) stack.length = at
  stack.push(pageId)
}
