import { Download, Inbox } from 'lucide-react'
import { useState } from 'react'
import { api, asApiFailure } from '#editor/api/index.ts'
import { Button, EmptyState, Segmented, showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords, wordsNow } from '#editor/words/use-words.ts'
import type { FormSubmission } from '#platform/contract/forms.ts'
import { Answer, AreaHead } from '../area.tsx'
import { useSubmissions } from '../queries.ts'
import { saveFile } from '../save-file.ts'
import { useShop } from '../shop-context.ts'
import { Submission } from './submission.tsx'
import { submissionsCsv } from './submissions-csv.ts'
import { loadAllSubmissions } from './load-all-submissions.ts'
import './forms.css'

type Which = FormSubmission['status']

/** What visitors sent by the forms of the program, until somebody has dealt with it and after. */
export function FormsArea() {
  const words = useWords()
  const { program, settings } = useShop()
  const [which, setWhich] = useState<Which>('new')
  const query = useSubmissions(program.id, which)
  const [isSaving, setSaving] = useState(false)
  const save = async () => {
    setSaving(true)
    try {
      const all = await loadAllSubmissions((before) => api.submissions(program.id, before ? { before } : {}))
      const csv = submissionsCsv(all, words.forms, settings.timeZone)
      saveFile(`${words.forms.csvName}.csv`, new Blob([csv], { type: 'text/csv' }))
    } catch (thrown) {
      showToast({ text: failureText(asApiFailure(thrown), wordsNow()), tone: 'bad' })
    } finally {
      setSaving(false)
    }
  }
  return (
    <>
      <AreaHead
        title={words.console.areas.forms}
        note={query.status === 'ready' ? words.forms.note(query.value.newCount) : null}
      >
        <Segmented
          label={words.forms.which}
          isLabelHidden
          options={(['new', 'done'] as const).map((value) => ({ value, label: words.forms.status[value] }))}
          value={which}
          onChange={setWhich}
        />
        <Button icon={<Download size={16} aria-hidden />} isDisabled={isSaving} onPress={() => void save()}>
          {words.forms.csv}
        </Button>
      </AreaHead>
      <Answer query={query}>
        {({ submissions, next }) => <List key={which} which={which} newest={submissions} next={next} />}
      </Answer>
    </>
  )
}

interface ListProps {
  readonly which: Which
  readonly newest: readonly FormSubmission[]
  readonly next: string | null
}

function List({ which, newest, next }: ListProps) {
  const { forms } = useWords()
  const { program } = useShop()
  const [older, setOlder] = useState<{
    readonly submissions: readonly FormSubmission[]
    readonly next: string | null
  }>()
  const from = older ? older.next : next
  // What has moved since is in one of the parts only.
  const newestIds = new Set(newest.map(({ id }) => id))
  const shown = [...newest, ...(older?.submissions ?? []).filter(({ id }) => !newestIds.has(id))]
  const gone = (id: string) =>
    setOlder((known) => known && { ...known, submissions: known.submissions.filter((each) => each.id !== id) })
  const more = async () => {
    try {
      const part = await api.submissions(program.id, { status: which, ...(from !== null && { before: from }) })
      setOlder((known) => ({ submissions: [...(known?.submissions ?? []), ...part.submissions], next: part.next }))
    } catch (thrown) {
      showToast({ text: failureText(asApiFailure(thrown), wordsNow()), tone: 'bad' })
    }
  }
  if (shown.length === 0)
    return <EmptyState icon={<Inbox size={28} />} title={forms.emptyTitle[which]} text={forms.emptyText[which]} />
  return (
    <>
      <ul className="submissions">
        {shown.map((submission) => (
          <li key={submission.id}>
            <Submission submission={submission} onGone={() => gone(submission.id)} />
          </li>
        ))}
      </ul>
      {from === null ? null : (
        <div className="submissions__more">
          <Button onPress={() => void more()}>{forms.older}</Button>
        </div>
      )}
    </>
  )
}
