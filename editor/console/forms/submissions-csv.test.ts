import { expect, test } from 'vitest'
import { forms } from '#editor/words/forms.en.ts'
import type { FormSubmission } from '#platform/contract/forms.ts'
import { loadAllSubmissions } from './load-all-submissions.ts'
import { submissionsCsv } from './submissions-csv.ts'

const sent = (change: Partial<FormSubmission>): FormSubmission => ({
  id: 'a',
  nodeId: 'cake',
  formName: 'Order a cake',
  answers: [{ label: 'Your name', kind: 'short', values: ['Mei'] }],
  files: [],
  consentText: 'You may keep it.',
  sentAtIso: '2026-10-14T16:30:00Z',
  status: 'new',
  handledBy: null,
  version: 1,
  ...change,
})

test('each form is a table, each of its questions a column, times are the shop’s, and formulas are texts', () => {
  const csv = submissionsCsv(
    [
      sent({
        answers: [
          { label: 'Your name', kind: 'short', values: ['=1+1'] },
          { label: 'With', kind: 'several', values: ['Cream', 'Nuts'] },
        ],
      }),
      sent({ id: 'b', status: 'done' }),
      sent({ id: 'c', nodeId: 'call', formName: '', answers: [{ label: 'Phone', kind: 'phone', values: [] }] }),
    ],
    forms,
    'Asia/Shanghai',
  )
  expect(csv.slice(1).split('\r\n')).toEqual([
    'Sent,Form,State,Your name,With',
    "2026-10-15 00:30,Order a cake,New,'=1+1,Cream; Nuts",
    '2026-10-15 00:30,Order a cake,Done,Mei,',
    '',
    'Sent,Form,State,Phone',
    '2026-10-15 00:30,Form,New,',
    '',
  ])
})

test('all pages are loaded, one after the other', async () => {
  const asked: (string | undefined)[] = []
  const all = await loadAllSubmissions(async (before) => {
    asked.push(before)
    const id = before === undefined ? '3' : String(Number(before) - 1)
    return { submissions: [sent({ id })], next: id === '1' ? null : id, newCount: 3 }
  })
  expect(all.map(({ id }) => id)).toEqual(['3', '2', '1'])
  expect(asked).toEqual([undefined, '3', '2'])
})
