import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { createIncrementalCompiler } from '#compiler/index.ts'
import type { ShopData } from '#components/kit/view.ts'
import { openProgram, type PageId, type Program } from '#model/index.ts'
import { phoneDraft, type PhoneDraft } from '#platform/contract/phone-preview.ts'
import { phonePaths } from '#platform/contract/routes.ts'
import { createOwnBlocks, type OwnBlocks } from '../code-blocks/own-blocks.ts'
import { linkDocument, type DocumentLink } from '../session/document-link.ts'
import { pageOfUser } from '../presence/presence.ts'

/** A draft followed by a phone: the same document and compiler as in the editor, without a hand to change it. */
export interface Draft {
  readonly facts: PhoneDraft
  readonly program: Program
  readonly compiler: ReturnType<typeof createIncrementalCompiler>
  readonly ownBlocks: OwnBlocks
  readonly shop: StoreApi<{ readonly data: ShopData | null }>
  /** The page that the person who showed the code looks at. */
  readonly page: StoreApi<{ readonly pageId: PageId | undefined }>
}

export type DraftState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly draft: Draft; readonly connected: boolean }
  /** `over`: by the clock, or taken back in the editor. */
  | { readonly kind: 'ended'; readonly why: 'over' | 'unreachable' }

/** Prices change seldom, and are asked for without a signed-in stream. */
const shopEveryMs = 10_000

export function openDraft(token: string): { readonly store: StoreApi<DraftState>; close(): void } {
  const store = createStore<DraftState>(() => ({ kind: 'opening' }))
  const closers: (() => void)[] = []
  let isClosed = false
  const close = () => {
    isClosed = true
    for (const run of closers.splice(0).toReversed()) run()
  }
  const end = (why: 'over' | 'unreachable') => {
    if (isClosed) return
    close()
    store.setState({ kind: 'ended', why })
  }

  async function start(): Promise<void> {
    const answer = await fetch(phonePaths.draft(token)).catch(() => undefined)
    if (!answer) return end('unreachable')
    if (!answer.ok) return end('over')
    const facts = phoneDraft.parse(await answer.json())
    if (isClosed) return
    const doc = new Y.Doc()
    const link = linkDocument(doc, facts.programId, { phoneToken: token })
    closers.push(
      () => doc.destroy(),
      () => link.close(),
      atTime(Date.parse(facts.expiresAtIso), () => end('over')),
    )
    let draft: Draft | undefined
    const look = () => {
      const { loaded, connected, closed } = link.store.getState()
      if (closed !== undefined) return end('over')
      if (!loaded) return
      draft ??= follow(facts, doc, link, token, closers)
      store.setState({ kind: 'open', draft, connected })
    }
    closers.push(link.store.subscribe(look))
    look()
  }

  void start().catch(() => end('unreachable'))
  return { store, close }
}

function follow(facts: PhoneDraft, doc: Y.Doc, link: DocumentLink, token: string, closers: (() => void)[]): Draft {
  const program = openProgram(doc)
  const ownBlocks = createOwnBlocks(program)
  const compiler = createIncrementalCompiler(program, ownBlocks.definitions)
  ownBlocks.onDefined(compiler.redefine)
  const shop = createStore<{ readonly data: ShopData | null }>(() => ({ data: null }))
  const page = createStore<{ readonly pageId: PageId | undefined }>(() => ({ pageId: undefined }))
  const { awareness } = link
  const lookWhere = () => {
    const pageId = pageOfUser(awareness.getStates(), facts.followsUserId)
    if (pageId !== undefined && program.has(pageId) && pageId !== page.getState().pageId) page.setState({ pageId })
  }
  // Somebody who never says anything is not seen by the others: the code's box counts who watches.
  awareness.setLocalStateField('view', {})
  lookWhere()
  awareness.on('change', lookWhere)
  const loadShop = async () => {
    const answer = await fetch(phonePaths.shopData(token)).catch(() => undefined)
    if (answer?.ok) shop.setState({ data: (await answer.json()) as ShopData })
  }
  void loadShop()
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') void loadShop()
  }, shopEveryMs)
  closers.push(
    () => program.destroy(),
    () => compiler.destroy(),
    () => ownBlocks.stop(),
    () => awareness.off('change', lookWhere),
    () => clearInterval(timer),
  )
  return { facts, program, compiler, ownBlocks, shop, page }
}

function atTime(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, Math.max(0, ms - Date.now()))
  return () => clearTimeout(timer)
}
