import { useState } from 'react'
import { api, queryCache, useMutation } from '#editor/api/index.ts'
import { Button, Dialog, showToast, TextField } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords, wordsNow } from '#editor/words/use-words.ts'
import { codeText } from '#model/shop/progress-code.ts'
import { createJobInput, MOST_STEPS } from '#platform/contract/progress.ts'
import { keys } from '../keys.ts'
import { useShop } from '../shop-context.ts'

export interface CreateJobProps {
  /** Without it an address is no use. */
  readonly tellsByMail: boolean
  readonly onClose: () => void
}

/** Takes something in; its code is said at once, for the slip. */
export function CreateJob({ tellsByMail, onClose }: CreateJobProps) {
  const { jobs: words, common } = useWords()
  const { program } = useShop()
  const [draft, setDraft] = useState({
    title: '',
    customerName: '',
    customerPhone: '',
    customerEmail: '',
    promisedOn: '',
    steps: words.usualSteps,
  })
  const [tried, setTried] = useState(false)
  /** The same for every try: a lost answer does not make two jobs of one. */
  const [requestId] = useState(() => crypto.randomUUID())
  const input = {
    ...draft,
    title: draft.title.trim(),
    customerEmail: draft.customerEmail.trim(),
    promisedOn: draft.promisedOn || null,
    steps: draft.steps
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    requestId,
  }
  const parsed = createJobInput.safeParse(input)
  const wrong = new Set(tried && !parsed.success ? parsed.error.issues.map(({ path }) => path[0]) : [])
  const create = useMutation(() => api.createJob(program.id, input), {
    onDone(job) {
      void queryCache.refresh(keys.jobs(program.id))
      showToast({ text: wordsNow().jobs.made(codeText(job.code)) })
      onClose()
    },
    onFailed: (failure) => showToast({ text: failureText(failure, wordsNow()), tone: 'bad' }),
  })
  const send = () => {
    setTried(true)
    if (parsed.success) void create.run(undefined)
  }
  const set = (name: keyof typeof draft) => (value: string) => setDraft((before) => ({ ...before, [name]: value }))
  return (
    <Dialog
      title={words.createTitle}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" isDisabled={create.busy} onPress={send}>
            {words.createDone}
          </Button>
        </>
      }
    >
      <div className="job-form">
        <TextField
          label={words.title}
          placeholder={words.titleExample}
          maxLength={80}
          value={draft.title}
          onChange={set('title')}
          {...(wrong.has('title') && { error: words.faults.title })}
        />
        <TextField
          label={words.customerName}
          maxLength={60}
          value={draft.customerName}
          onChange={set('customerName')}
        />
        <TextField
          label={words.customerPhone}
          type="tel"
          maxLength={32}
          value={draft.customerPhone}
          onChange={set('customerPhone')}
        />
        {tellsByMail ? (
          <TextField
            label={words.customerEmail}
            type="email"
            help={words.emailHelp}
            maxLength={254}
            value={draft.customerEmail}
            onChange={set('customerEmail')}
            {...(wrong.has('customerEmail') && { error: words.faults.email })}
          />
        ) : null}
        <TextField label={words.promisedOn} type="date" value={draft.promisedOn} onChange={set('promisedOn')} />
        <TextField
          label={words.steps}
          help={words.stepsHelp}
          rows={5}
          value={draft.steps}
          onChange={set('steps')}
          {...(wrong.has('steps') && { error: words.faults.steps(MOST_STEPS) })}
        />
      </div>
    </Dialog>
  )
}
