import { CircleAlert, TriangleAlert } from 'lucide-react'
import { Button } from '#editor/ui/button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { FindingList } from './checks-panel.tsx'
import type { Finding } from '#compiler/checks/finding.ts'
import { isError } from './use-findings.ts'
import './checks.css'

/** In front of "Publish now": errors one by one, warnings as a sentence that leads to their panel. */
export function PublishFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const { view } = useSession()
  const { checks } = useWords()
  const errors = findings.filter(isError)
  if (findings.length === 0) return null
  if (errors.length > 0)
    return (
      <div className="st-publish-findings" role="alert">
        <p className="st-publish-findings__sum st-publish-findings__sum--error">
          <CircleAlert size={16} aria-hidden />
          {checks.mustFix(errors.length)}
        </p>
        <FindingList title={checks.errors} findings={errors} />
      </div>
    )
  return (
    <p className="st-publish-findings__sum">
      <TriangleAlert size={16} aria-hidden />
      {checks.mayPublish(findings.length)}
      <Button size="small" variant="plain" onPress={() => view.setState({ panel: 'checks', publishOpen: false })}>
        {checks.showMe}
      </Button>
    </p>
  )
}
