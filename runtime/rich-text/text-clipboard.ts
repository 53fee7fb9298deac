import { charactersOf } from '#model/rich-text.ts'
import type { TextRun } from '#model/rich-text.ts'
import { runsOfHtml, runsOfPlain } from './clean-html.ts'
import { htmlOfRuns } from './copy-html.ts'

/** What is on the clipboard, cleaned of all that the text has no marks for. */
export function pastedRuns(data: DataTransfer): readonly TextRun[] {
  const html = data.getData('text/html')
  const cleaned = html === '' ? [] : runsOfHtml(html)
  return cleaned.length > 0 ? cleaned : runsOfPlain(data.getData('text/plain'))
}

/** Copies with marks, for other programs too, and as plain text. */
export function copyRuns(runs: readonly TextRun[], data: DataTransfer): void {
  data.setData('text/plain', charactersOf(runs))
  data.setData('text/html', htmlOfRuns(runs))
}
