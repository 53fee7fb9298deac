import { useCallback, useEffect, useState } from 'react'
import { comparePrograms, type Comparison } from '#compiler/compare/compare-programs.ts'
import { compileProgram } from '#compiler/index.ts'
import { definitions } from '#components/definitions.ts'
import type { CompiledProgram } from '#model/compiled-program.ts'
import type { Publishing } from '#platform/contract/merchant.ts'
import { api } from '#editor/api/index.ts'
import { loadRelease } from '#editor/changes/load-release.ts'
import { useSession } from '../session/use-session.tsx'

export type Review =
  | { readonly status: 'loading' }
  /** The live version cannot be compared with; what would be published is known all the same. */
  | { readonly status: 'failed'; readonly draft: CompiledProgram; readonly publishing: Publishing | undefined }
  | {
      readonly status: 'ready'
      readonly publishing: Publishing
      readonly draft: CompiledProgram
      /** Absent as long as nothing is live. */
      readonly live: CompiledProgram | undefined
      readonly comparison: Comparison | undefined
    }

export interface ReviewState {
  readonly review: Review
  readonly reload: () => void
  readonly tell: (publishing: Publishing) => void
}

/** Somebody else may still be typing: the list follows, but not every key. */
const SETTLE_MS = 400

/** What publishing now would change for visitors, kept true while the dialog is open. */
export function useReview(): ReviewState {
  const { facts, program, compiler, ownBlocks } = useSession()
  const [publishing, setPublishing] = useState<Publishing | 'loading' | 'failed'>('loading')
  const [live, setLive] = useState<{ readonly id: string; readonly program: CompiledProgram | 'failed' } | undefined>()
  const compile = useCallback(() => compileProgram(program, definitions, ownBlocks.current()), [program, ownBlocks])
  const [draft, setDraft] = useState(compile)
  const reload = useCallback(() => {
    api.publishing(facts.id).then(setPublishing, () => setPublishing((now) => (now === 'loading' ? 'failed' : now)))
  }, [facts.id])
  useEffect(reload, [reload])

  const liveId = typeof publishing === 'object' ? publishing.live?.id : undefined
  useEffect(() => {
    if (liveId === undefined) return
    let isOver = false
    loadRelease(facts.id, liveId).then(
      (loaded) => !isOver && setLive({ id: liveId, program: loaded }),
      () => !isOver && setLive({ id: liveId, program: 'failed' }),
    )
    return () => {
      isOver = true
    }
  }, [facts.id, liveId])

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const settle = () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => setDraft(compile()), SETTLE_MS)
    }
    const stops = [compiler.onPatch(settle), ownBlocks.onCompiled(settle)]
    return () => {
      for (const stop of stops) stop()
      clearTimeout(waiting)
    }
  }, [compiler, ownBlocks, compile])

  return { review: reviewOf(publishing, live, draft), reload, tell: setPublishing }
}

function reviewOf(
  publishing: Publishing | 'loading' | 'failed',
  live: { readonly id: string; readonly program: CompiledProgram | 'failed' } | undefined,
  draft: CompiledProgram,
): Review {
  if (publishing === 'loading') return { status: 'loading' }
  if (publishing === 'failed') return { status: 'failed', draft, publishing: undefined }
  if (!publishing.live) return { status: 'ready', publishing, draft, live: undefined, comparison: undefined }
  if (live?.id !== publishing.live.id) return { status: 'loading' }
  if (live.program === 'failed') return { status: 'failed', draft, publishing }
  return { status: 'ready', publishing, draft, live: live.program, comparison: comparePrograms(live.program, draft) }
}
