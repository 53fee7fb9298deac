import { z } from 'zod/mini'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { asApiFailure, type ApiFailureCode } from '#editor/api/index.ts'
import { replyInput, startThreadInput } from '#platform/contract/comments.ts'

/** Something said here that the platform has not answered to yet. */
const waitingComment = z.object({
  /** A new thread, an answer in one, or other words for what was said. The id is made here: sent twice it is said once. */
  says: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('start'), input: z.extend(startThreadInput, { id: z.uuid() }) }),
    z.object({ kind: z.literal('reply'), threadId: z.string(), input: z.extend(replyInput, { id: z.uuid() }) }),
    z.object({
      kind: z.literal('edit'),
      threadId: z.string(),
      commentId: z.string(),
      input: z.extend(replyInput, { id: z.uuid() }),
    }),
  ]),
  atIso: z.string(),
  /** Why the platform does not take it. It stays until its author has read that. */
  refused: z.optional(z.string()),
})
export type WaitingComment = Omit<z.infer<typeof waitingComment>, 'refused'> & {
  readonly refused?: ApiFailureCode | undefined
}
export type Says = WaitingComment['says']

export interface CommentOutbox {
  readonly store: StoreApi<readonly WaitingComment[]>
  /** Keeps it, and sends it as soon as that can be done. */
  say(says: Says): void
  /** Sends what waits, the oldest first, one after the other. Stops where the platform cannot be reached. */
  flush(): Promise<void>
  retry(id: string): void
  drop(id: string): void
}

export interface OutboxParts {
  /** Survives a reload: this browser's storage. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  readonly key: string
  readonly nowIso: () => string
  /** Resolves once it is said. @throws {ApiFailure} */
  readonly send: (says: Says) => Promise<void>
}

/** What the platform may take a moment later: then it waits, and is no mistake of its author. */
const passing: ReadonlySet<ApiFailureCode> = new Set(['offline', 'internal', 'too-many-requests', 'unauthorised'])

export function createCommentOutbox({ storage, key, nowIso, send }: OutboxParts): CommentOutbox {
  const store = createStore<readonly WaitingComment[]>(() => load(storage, key))
  const keep = (change: (waiting: readonly WaitingComment[]) => readonly WaitingComment[]) => {
    store.setState(change(store.getState()), true)
    save(storage, key, store.getState())
  }
  const drop = (id: string) => keep((waiting) => waiting.filter(({ says }) => says.input.id !== id))
  const mark = (id: string, refused: ApiFailureCode | undefined) =>
    keep((waiting) => waiting.map((one) => (one.says.input.id === id ? { ...one, refused } : one)))

  let sending: Promise<void> | undefined
  async function sendAll(): Promise<void> {
    for (;;) {
      const next = store.getState().find(({ refused }) => refused === undefined)
      if (!next) return
      const { id } = next.says.input
      try {
        await send(next.says)
        drop(id)
      } catch (thrown) {
        const { code } = asApiFailure(thrown)
        if (passing.has(code)) return
        mark(id, code)
      }
    }
  }
  const flush = () => (sending ??= sendAll().finally(() => (sending = undefined)))
  return {
    store,
    flush,
    drop,
    say(says) {
      // Of two edits of one comment the later says it all.
      const isOver = (other: Says) =>
        says.kind === 'edit' && other.kind === 'edit' && other.commentId === says.commentId
      keep((waiting) => [...waiting.filter((one) => !isOver(one.says)), { says, atIso: nowIso() }])
      void flush()
    },
    retry(id) {
      mark(id, undefined)
      void flush()
    },
  }
}

function load(storage: OutboxParts['storage'], key: string): readonly WaitingComment[] {
  try {
    const read = z.array(waitingComment).safeParse(JSON.parse(storage.getItem(key) ?? '[]'))
    return read.success ? (read.data as readonly WaitingComment[]) : []
  } catch {
    return []
  }
}

function save(storage: OutboxParts['storage'], key: string, waiting: readonly WaitingComment[]): void {
  try {
    if (waiting.length === 0) storage.removeItem(key)
    else storage.setItem(key, JSON.stringify(waiting))
  } catch {
    // Without room for it, it is kept as long as this tab is open.
  }
}
