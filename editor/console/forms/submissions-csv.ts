import { dayIn, timeText } from '#components/kit/shop-time.ts'
import type { forms as Forms } from '#editor/words/forms.en.ts'
import type { FormSubmission } from '#platform/contract/forms.ts'
import { csvOf } from '../charts/csv.ts'

/**
 * One table a form, since forms ask different things: a row a submission, a column a question. A question that was
 * reworded is a column of its own.
 * @param timeZone - of the shop, in which times are written
 */
export function submissionsCsv(
  submissions: readonly FormSubmission[],
  words: Pick<typeof Forms, 'sentAt' | 'form' | 'state' | 'status' | 'unnamed'>,
  timeZone: string,
): string {
  const forms = [...new Set(submissions.map(({ nodeId }) => nodeId))]
  const tables = forms.map((form) => {
    const sent = submissions.filter(({ nodeId }) => nodeId === form)
    const questions = [...new Set(sent.flatMap(({ answers }) => answers.map(({ label }) => label)))]
    return [
      [words.sentAt, words.form, words.state, ...questions],
      ...sent.map(({ sentAtIso, formName, status, answers }) => [
        `${dayIn(timeZone, Date.parse(sentAtIso))} ${timeText(sentAtIso, timeZone)}`,
        formName || words.unnamed,
        words.status[status],
        ...questions.map((question) => (answers.find(({ label }) => label === question)?.values ?? []).join('; ')),
      ]),
    ]
  })
  return csvOf(tables.flatMap((table, index) => (index === 0 ? table : [[], ...table])))
}
