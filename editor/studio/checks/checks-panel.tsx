import { CircleCheck } from 'lucide-react'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { FindingRow } from './finding-row.tsx'
import type { Finding } from '#compiler/checks/finding.ts'
import { isError, useFindings } from './use-findings.ts'
import './checks.css'

/** Everything that could be better before customers see it, live while one works. */
export function ChecksPanel() {
  const words = useWords()
  const findings = useFindings()
  if (findings.length === 0)
    return (
      <EmptyState icon={<CircleCheck size={28} />} title={words.checks.nothingTitle} text={words.checks.nothingText} />
    )
  return (
    <div className="st-checks" data-testid="checks">
      <FindingList title={words.checks.errors} findings={findings.filter(isError)} />
      <FindingList title={words.checks.warnings} findings={findings.filter((finding) => !isError(finding))} />
    </div>
  )
}

export function FindingList({ title, findings }: { readonly title: string; readonly findings: readonly Finding[] }) {
  return findings.length === 0 ? null : (
    <section aria-label={title}>
      <h3 className="st-group-title">
        {title} <span className="st-checks__count">{findings.length}</span>
      </h3>
      <ul className="st-checks__list">
        {findings.map((finding) => (
          <FindingRow key={finding.key} finding={finding} />
        ))}
      </ul>
    </section>
  )
}
