import { useEffect, useState } from 'react'
import { comparePrograms, isUnchanged, type Comparison } from '#compiler/compare/compare-programs.ts'
import type { CompiledProgram } from '#model/compiled-program.ts'
import type { Release } from '#platform/contract/merchant.ts'
import { Skeleton } from '#editor/ui/skeleton.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { ChangeList } from './change-list.tsx'
import { loadRelease } from './load-release.ts'

interface VersionChangesProps {
  readonly programId: string
  readonly release: Release
  /** The one published before it; absent for the first. */
  readonly previous: Release | undefined
}

type Told = 'loading' | 'failed' | 'first' | { readonly comparison: Comparison; readonly program: CompiledProgram }

/** "What changed": what a version brought since the one before, looked up when somebody asks. */
export function VersionChanges({ programId, release, previous }: VersionChangesProps) {
  const { publishing: words } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="ch-version" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={words.changesOf(release.version)}>{words.whatChanged}</summary>
      {isOpen ? <Told programId={programId} release={release} previous={previous} /> : null}
    </details>
  )
}

function Told({ programId, release, previous }: VersionChangesProps) {
  const words = useWords()
  const [told, setTold] = useState<Told>('loading')
  const [newer, older] = [release.id, previous?.id]
  useEffect(() => {
    if (older === undefined) return setTold('first')
    let isOver = false
    Promise.all([loadRelease(programId, older), loadRelease(programId, newer)]).then(
      ([before, program]) => !isOver && setTold({ comparison: comparePrograms(before, program), program }),
      () => !isOver && setTold('failed'),
    )
    return () => {
      isOver = true
    }
  }, [programId, newer, older])
  if (told === 'loading') return <Skeleton heightPx={64} />
  if (told === 'failed') return <p className="ch-version__note">{words.studio.versionsFailed}</p>
  if (told === 'first') return <p className="ch-version__note">{words.publishing.firstVersion}</p>
  if (isUnchanged(told.comparison)) return <p className="ch-version__note">{words.publishing.nothingInVersion}</p>
  return <ChangeList comparison={told.comparison} program={told.program} />
}
