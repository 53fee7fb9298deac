import { Check, Copy, Ellipsis, Phone } from 'lucide-react'
import { useState } from 'react'
import { api, queryCache, useMutation, type ApiFailure } from '#editor/api/index.ts'
import { Badge, Button, Dialog, IconButton, Menu, showToast, TextField } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useLanguage, useWords, wordsNow } from '#editor/words/use-words.ts'
import { fullDayText, whenText } from '#components/kit/shop-time.ts'
import { codeText } from '#model/shop/progress-code.ts'
import type { CounterJob, JobActionInput } from '#platform/contract/progress.ts'
import { keys } from '../keys.ts'
import { useShop } from '../shop-context.ts'

/** One job: its code to read out, where it is, and the one button that takes it on. */
export function JobCard({ job }: { readonly job: CounterJob }) {
  const { jobs: words, common } = useWords()
  const language = useLanguage()
  const { program, settings } = useShop()
  const [asks, setAsks] = useState<'next' | 'erase' | null>(null)
  const [note, setNote] = useState('')
  const refresh = () => void queryCache.refresh(keys.jobs(program.id))
  const onFailed = (failure: ApiFailure) => {
    const now = wordsNow()
    showToast({
      text: failure.code === 'conflict' ? now.jobs.fasterElsewhere : failureText(failure, now),
      tone: 'bad',
    })
    refresh()
  }
  const act = useMutation((input: JobActionInput) => api.actOnJob(program.id, job.id, input), {
    onDone: refresh,
    onFailed,
  })
  const erase = useMutation((id: string) => api.eraseJob(program.id, id), { onDone: refresh, onFailed })

  const { id, code, title, status, steps, version } = job
  const done = steps.filter(({ doneAtIso }) => doneAtIso !== null)
  const next = status === 'open' ? steps[done.length] : undefined
  const goOn = async () => {
    if (!(await act.run({ action: 'advance', version, note: note.trim() }))) return
    setAsks(null)
    setNote('')
  }
  const eraseNow = async () => {
    if ((await erase.run(id)) === undefined) return
    showToast({ text: words.erased })
  }
  const copy = () =>
    void navigator.clipboard.writeText(codeText(code)).then(() => showToast({ text: wordsNow().jobs.copied }))
  return (
    <article className="panel job" aria-label={title}>
      <header className="job__head">
        <h2 className="job__title">{title}</h2>
        {status === 'cancelled' ? <Badge tone="plain">{words.cancelled}</Badge> : null}
        <Menu
          label={words.more(title)}
          entries={[
            ...(status !== 'cancelled' && done.length > 1
              ? [{ id: 'back', label: words.back, onAction: () => void act.run({ action: 'back', version }) }]
              : []),
            ...(status === 'open'
              ? [{ id: 'cancel', label: words.cancel, onAction: () => void act.run({ action: 'cancel', version }) }]
              : []),
            ...(status === 'cancelled'
              ? [{ id: 'reopen', label: words.reopen, onAction: () => void act.run({ action: 'reopen', version }) }]
              : []),
            { id: 'erase', label: words.erase, onAction: () => setAsks('erase') },
          ]}
        >
          <IconButton label={words.more(title)} icon={<Ellipsis size={18} aria-hidden />} />
        </Menu>
      </header>
      <div className="job__facts">
        <span className="job__code">{codeText(code)}</span>
        <IconButton label={words.copyCode(codeText(code))} icon={<Copy size={16} aria-hidden />} onPress={copy} />
        {job.customerName ? <span>{job.customerName}</span> : null}
        {job.customerPhone ? (
          <a className="phone-link" href={`tel:${job.customerPhone.replaceAll(/[^+\d]/g, '')}`}>
            <Phone size={16} aria-hidden />
            {job.customerPhone}
          </a>
        ) : null}
        {job.promisedOn ? <span>{words.promised(fullDayText(job.promisedOn, language))}</span> : null}
      </div>
      <ol className="job__steps">
        {steps.map((step, index) => (
          <li key={index} className={step.doneAtIso === null ? 'job__step' : 'job__step job__step--done'}>
            <span className="job__mark">{step.doneAtIso === null ? null : <Check size={12} aria-hidden />}</span>
            <span className="job__words">
              <span>{step.label}</span>
              {step.doneAtIso === null ? null : (
                <time className="job__when" dateTime={step.doneAtIso}>
                  {whenText(step.doneAtIso, settings.timeZone, language, Date.now())}
                </time>
              )}
              {step.note ? <span className="job__note">{step.note}</span> : null}
            </span>
          </li>
        ))}
      </ol>
      {next ? (
        <Button isWide icon={<Check size={16} aria-hidden />} isDisabled={act.busy} onPress={() => setAsks('next')}>
          {words.next(next.label)}
        </Button>
      ) : null}
      {asks === 'next' && next ? (
        <Dialog
          title={words.nextTitle(next.label)}
          isOpen
          onClose={() => setAsks(null)}
          foot={
            <>
              <Button onPress={() => setAsks(null)}>{common.cancel}</Button>
              <Button variant="primary" isDisabled={act.busy} onPress={() => void goOn()}>
                {words.nextDone}
              </Button>
            </>
          }
        >
          <TextField
            label={words.noteForCustomer}
            help={words.noteHelp}
            rows={3}
            maxLength={200}
            value={note}
            onChange={setNote}
          />
        </Dialog>
      ) : null}
      {asks === 'erase' ? (
        <Dialog
          title={words.eraseTitle}
          isOpen
          onClose={() => setAsks(null)}
          foot={
            <>
              <Button onPress={() => setAsks(null)}>{common.cancel}</Button>
              <Button variant="danger" isDisabled={erase.busy} onPress={() => void eraseNow()}>
                {words.erase}
              </Button>
            </>
          }
        >
          <p>{words.eraseText}</p>
        </Dialog>
      ) : null}
    </article>
  )
}
