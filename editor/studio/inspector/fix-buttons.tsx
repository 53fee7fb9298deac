import { TriangleAlert, Wrench } from 'lucide-react'
import type { JsonValue } from '#model/json.ts'
import { Button } from '#editor/ui/button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import type { FieldFinding } from './use-field-problem.ts'
import './inspector.css'

export interface FixButtonsProps {
  readonly found: FieldFinding
  /** Says what is wrong too, where the control does not. */
  readonly showsProblem: boolean
  readonly onFix: (value: JsonValue) => void
}

/** What is wrong with a field, and a button for each way out. */
export function FixButtons({ found, showsProblem, onFix }: FixButtonsProps) {
  const { inspector } = useWords()
  const { canEdit } = useSession()
  return (
    <div className="st-fix">
      {showsProblem ? (
        <p className="ui-field__error" role="alert">
          <TriangleAlert size={14} aria-hidden />
          <span>{inspector.problems[found.problem]}</span>
        </p>
      ) : null}
      {canEdit
        ? found.fixes.map(({ kind, to, value }) => (
            <Button key={kind} size="small" icon={<Wrench size={14} aria-hidden />} onPress={() => onFix(value)}>
              {inspector.fixIt(inspector.fixes[kind](String(to ?? '')))}
            </Button>
          ))
        : null}
    </div>
  )
}
