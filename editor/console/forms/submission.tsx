import { Check, Phone, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { api, queryCache, useMutation, type ApiFailure } from '#editor/api/index.ts'
import { Button, Dialog, IconButton, showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useLanguage, useWords, wordsNow } from '#editor/words/use-words.ts'
import { dayText, whenText } from '#components/kit/shop-time.ts'
import type { FormSubmission, SubmittedAnswer } from '#platform/contract/forms.ts'
import { keys } from '../keys.ts'
import { offerUndo } from '../offer-undo.ts'
import { useShop } from '../shop-context.ts'
import { SubmittedFiles } from './submitted-files.tsx'

export interface SubmissionProps {
  readonly submission: FormSubmission
  /** It is no longer of the list it is shown in. */
  readonly onGone: () => void
}

/** One form that was sent: who reads it can ring at once, and mark it as done. */
export function Submission({ submission, onGone }: SubmissionProps) {
  const { forms, common } = useWords()
  const language = useLanguage()
  const { program, settings } = useShop()
  const [isErasing, setErasing] = useState(false)
  const refresh = () => void queryCache.refresh(keys.forms(program.id))
  const onFailed = (failure: ApiFailure) => showToast({ text: failureText(failure, wordsNow()), tone: 'bad' })
  const mark = useMutation(
    ({ id, status }: Pick<FormSubmission, 'id' | 'status'>) => api.markSubmission(program.id, id, status),
    { onDone: refresh, onFailed },
  )
  const erase = useMutation((id: string) => api.eraseSubmission(program.id, id), { onDone: refresh, onFailed })

  const { id, formName, answers, files, consentText, sentAtIso, status, handledBy } = submission
  const name = formName || forms.unnamed
  const when = whenText(sentAtIso, settings.timeZone, language, Date.now())
  const other = status === 'new' ? 'done' : 'new'
  const setStatus = async () => {
    if (!(await mark.run({ id, status: other }))) return
    onGone()
    offerUndo(other === 'done' ? forms.markedDone : forms.markedNew, () => mark.run({ id, status }))
  }
  const eraseNow = async () => {
    if ((await erase.run(id)) === undefined) return
    setErasing(false)
    onGone()
    showToast({ text: forms.erased })
  }
  return (
    <article className="panel submission" aria-label={forms.of(name, when)}>
      <header className="submission__head">
        <h2 className="submission__form">{name}</h2>
        <time className="submission__when" dateTime={sentAtIso}>
          {when}
          {handledBy !== null && status === 'done' ? ` · ${forms.handledBy(handledBy)}` : null}
        </time>
      </header>
      <dl className="submission__answers">
        {answers.map((answer, index) => (
          <div key={index}>
            <dt>{answer.label}</dt>
            <dd>
              {answer.kind === 'file' && answer.values.length > 0 ? (
                <SubmittedFiles submissionId={id} files={files.filter(({ question }) => question === index)} />
              ) : (
                <Values answer={answer} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="submission__consent">{forms.agreedTo(consentText)}</p>
      <footer className="submission__foot">
        <Button
          variant={status === 'new' ? 'primary' : 'plain'}
          icon={status === 'new' ? <Check size={16} aria-hidden /> : <RotateCcw size={16} aria-hidden />}
          isDisabled={mark.busy}
          onPress={() => void setStatus()}
        >
          {status === 'new' ? forms.done : forms.again}
        </Button>
        <IconButton label={forms.erase} icon={<Trash2 size={18} aria-hidden />} onPress={() => setErasing(true)} />
      </footer>
      {isErasing ? (
        <Dialog
          title={forms.eraseTitle}
          isOpen
          onClose={() => setErasing(false)}
          foot={
            <>
              <Button onPress={() => setErasing(false)}>{common.cancel}</Button>
              <Button variant="danger" isDisabled={erase.busy} onPress={() => void eraseNow()}>
                {forms.erase}
              </Button>
            </>
          }
        >
          <p>{forms.eraseText}</p>
        </Dialog>
      ) : null}
    </article>
  )
}

function Values({ answer: { kind, values } }: { readonly answer: SubmittedAnswer }) {
  const { forms } = useWords()
  const language = useLanguage()
  const [value] = values
  if (value === undefined) return <span className="submission__none">{forms.noAnswer}</span>
  if (kind === 'phone')
    return (
      <a className="phone-link" href={`tel:${value.replaceAll(/[^+\d]/g, '')}`}>
        <Phone size={16} aria-hidden />
        {value}
      </a>
    )
  if (kind === 'date') return dayText(value, language, true)
  return values.join(language === 'en' ? ', ' : '、')
}
