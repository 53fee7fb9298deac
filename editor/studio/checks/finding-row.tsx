import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { codeBlockType } from '#model/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { applyRepair } from './apply-repair.ts'
import type { Finding } from '#compiler/checks/finding.ts'
import { sayFinding, sayRepair } from './say-finding.ts'
import { showPlace } from './show-place.ts'

/** One finding: what it is, where, "show me", and its fix where there is one. */
export function FindingRow({ finding }: { readonly finding: Finding }) {
  const session = useSession()
  const words = useWords()
  const [isFixing, setFixing] = useState(false)
  const { level, place, repair } = finding
  const fix = async () => {
    if (!repair) return
    setFixing(true)
    try {
      const outcome = await applyRepair(session, repair)
      if (!outcome.ok) return showToast({ text: words.locks[outcome.reason], tone: 'bad' })
      const { value: takeBack } = outcome
      const undo = () => takeBack().catch(() => showToast({ text: words.checks.notFixed, tone: 'bad' }))
      showToast({
        text: words.checks.fixed,
        tone: 'good',
        action: { label: words.common.undo, run: () => void undo() },
      })
    } catch {
      showToast({ text: words.checks.notFixed, tone: 'bad' })
    } finally {
      setFixing(false)
    }
  }
  return (
    <li className={`st-finding st-finding--${level}`} data-finding={finding.code}>
      {level === 'error' ? <CircleAlert size={16} aria-hidden /> : <TriangleAlert size={16} aria-hidden />}
      <div className="st-finding__words">
        <p className="st-finding__what">{sayFinding(finding, words)}</p>
        <p className="st-finding__where">{useWhere(finding)}</p>
        <div className="st-finding__ways">
          <Button size="small" onPress={() => showPlace(session, place)}>
            {words.checks.showMe}
          </Button>
          {repair && session.canEdit ? (
            <Button size="small" variant="plain" isPending={isFixing} onPress={() => void fix()}>
              {sayRepair(repair, words)}
            </Button>
          ) : null}
        </div>
      </div>
    </li>
  )
}

/** "Heading, on Home". */
function useWhere({ place, pageId }: Finding): string {
  const { program, blocks } = useSession()
  const { checks, studio } = useWords()
  const page = pageId === undefined ? undefined : program.page(pageId)
  const where = page ? checks.onPage(page.title) : pageId === undefined ? checks.inProgram : checks.inSection
  if (place.kind === 'code') return studio.nameOf(blocks.nameOf(codeBlockType(place.blockId)))
  const type = place.kind === 'node' ? program.node(place.nodeId)?.type : undefined
  return type === undefined ? where : `${studio.nameOf(blocks.nameOf(type))}, ${where}`
}
