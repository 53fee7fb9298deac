import { useCallback, useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { comparePrograms, type Comparison } from '#compiler/compare/compare-programs.ts'
import { compileProgram } from '#compiler/index.ts'
import { definitions } from '#components/definitions.ts'
import type { CompiledProgram } from '#model/compiled-program.ts'
import { compareDocs, openProgram } from '#model/index.ts'
import { api } from '#editor/api/index.ts'
import { useSession } from '../session/use-session.tsx'
import { attributeChanges, type ToldChange } from './attribute-changes.ts'
import { frozen, openVersion } from './open-version.ts'
import { compileSources } from '../code-blocks/compile-sources.ts'

export interface Difference {
  readonly before: Y.Doc
  readonly after: Y.Doc
  readonly told: readonly ToldChange[]
  /** Both as visitors would see them, and where they differ. */
  readonly pages: { readonly before: CompiledProgram; readonly after: CompiledProgram; readonly comparison: Comparison }
}

export type DifferenceState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed' }
  | { readonly status: 'ready'; readonly value: Difference }

/** Somebody else may still be typing: what is shown follows, but not every key. */
const settleMs = 1500

/** What differs between a version and another, or the program as it is now, kept true while it is looked at. */
export function useDifference(before: number | undefined, after: number | 'now'): DifferenceState & { retry(): void } {
  const { facts, program, compiler } = useSession()
  const [state, setState] = useState<DifferenceState>({ status: 'loading' })
  const [attempt, setAttempt] = useState(0)
  const retry = useCallback(() => setAttempt((count) => count + 1), [])

  useEffect(() => {
    if (before === undefined) return
    let isOver = false
    let waiting: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      try {
        const [old, touches, version] = await Promise.all([
          openVersion(facts.id, before),
          api.history.touches(facts.id, before, after === 'now' ? undefined : after),
          after === 'now' ? undefined : openVersion(facts.id, after),
        ])
        if (isOver) return
        const now = version ?? frozen(program.doc)
        const pages = { before: await compiledOf(old), after: await compiledOf(now) }
        if (isOver) return
        setState({
          status: 'ready',
          value: {
            before: old,
            after: now,
            told: attributeChanges(compareDocs(old, now), touches, old),
            pages: { ...pages, comparison: comparePrograms(pages.before, pages.after) },
          },
        })
      } catch {
        if (!isOver) setState((known) => (known.status === 'ready' ? known : { status: 'failed' }))
      }
    }
    setState({ status: 'loading' })
    void look()
    const stop =
      after === 'now'
        ? compiler.onPatch(() => {
            clearTimeout(waiting)
            waiting = setTimeout(() => void look(), settleMs)
          })
        : () => undefined
    return () => {
      isOver = true
      clearTimeout(waiting)
      stop()
    }
  }, [before, after, facts.id, program, compiler, attempt])

  return { ...state, retry }
}

async function compiledOf(doc: Y.Doc): Promise<CompiledProgram> {
  const program = openProgram(doc)
  try {
    return compileProgram(program, definitions, await compileSources(program))
  } finally {
    program.destroy()
  }
}
