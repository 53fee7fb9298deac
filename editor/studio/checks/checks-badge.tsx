import { useWords } from '#editor/words/use-words.ts'
import { isError, useFindings } from './use-findings.ts'
import './checks.css'

/** How much there is to look at, beside the panel's name: red while something keeps the program from being published. */
export function ChecksBadge() {
  const words = useWords()
  const findings = useFindings()
  if (findings.length === 0) return null
  const errors = findings.filter(isError).length
  const count = errors > 0 ? errors : findings.length
  return (
    <span className={`st-checks-badge${errors > 0 ? ' st-checks-badge--error' : ''}`}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="ui-hidden">{words.checks.count(errors, findings.length - errors)}</span>
    </span>
  )
}
