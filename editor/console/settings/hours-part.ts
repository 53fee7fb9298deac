import { useWords } from '#editor/words/use-words.ts'
import type { OpeningHours } from '#model/shop/catalogue.ts'
import type { HoursProblem } from '../rules/hours.ts'

/** What each half of the hours' form is handed: the whole draft, and what is wrong with it. */
export interface HoursPartProps {
  readonly hours: OpeningHours
  readonly problems: readonly HoursProblem[]
  readonly onChange: (hours: OpeningHours) => void
}

/** The problem of a row, in words. */
export function useProblemText(problem: HoursProblem | undefined): string | undefined {
  const words = useWords()
  return problem && words.console.hoursProblem[problem.kind]
}
