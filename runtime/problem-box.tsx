import type { ReactElement } from 'react'
import type { CompileProblem } from '#model/compiled-program.ts'
import type { RuntimeScope } from './scope.ts'

/**
 * Stands where a block cannot be drawn. Who edits reads what is wrong and that nothing is lost; a customer sees an
 * empty box.
 */
export function ProblemBox(props: { problem: CompileProblem; type: string; scope: RuntimeScope }): ReactElement {
  const { problem, type, scope } = props
  const told = scope.tellProblem?.(problem.code, type)
  if (told === undefined) return <div className="sw-problem" data-problem={problem.code} aria-hidden="true" />
  return (
    <div className="sw-problem sw-problem--told" data-problem={problem.code} role="note">
      {told}
    </div>
  )
}
