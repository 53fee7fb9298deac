import { useState } from 'react'
import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import { fileOf, problemOf, usualConsent, type FormAnswer } from '#model/shop/forms.ts'
import { createAskOnce } from '../kit/ask-once.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { failureWords } from '../kit/failure-words.ts'
import { EmptyBox } from '../kit/state-boxes.tsx'
import type { ViewPropsOf } from '../kit/define-block.ts'
import type { form } from './definition.ts'
import './form.css'
import { Question } from './question.tsx'
import { useKeptAnswers } from './use-kept-answers.ts'
import { formWords } from './words.ts'

export function FormView({ nodeId, props, host, env }: ViewPropsOf<typeof form>) {
  const words = formWords(env)
  const { questions } = props
  const { answers, answer, forget } = useKeptAnswers(host, nodeId, questions.length)
  const [agreed, setAgreed] = useState(false)
  const [stage, setStage] = useState<'open' | 'sending' | 'sent'>('open')
  const [tried, setTried] = useState(false)
  /** The first wrong answer takes the focus, anew each time: until it is left. */
  const [focusOn, setFocusOn] = useState<number | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  /** How many questions are sending files. */
  const [uploading, setUploading] = useState(0)
  const [askOnce] = useState(() => createAskOnce(host))
  const isCanvas = env.mode === 'canvas'
  const problems = questions.map((question, index) => problemOf(question, answers[index] ?? []))

  const send = async () => {
    setTried(true)
    const wrong = problems.findIndex((problem) => problem !== null)
    if (wrong >= 0) return setFocusOn(wrong)
    if (!agreed) return
    setStage('sending')
    setFailure(null)
    const request = {
      nodeId,
      answers: questions.map((_, index) => [...(answers[index] ?? [])]),
      consent: true as const,
    }
    const sent = await askOnce(host.shop.submitForm, request)
    setStage(sent.ok ? 'sent' : 'open')
    if (!sent.ok) {
      const { code, subjectIds = [] } = sent.failure
      forgetFiles(subjectIds)
      return setFailure(code === 'file-refused' ? words.filesGone : failureWords(code, env.language))
    }
    setTried(false)
    setAgreed(false)
    forget()
  }

  /** What the shop does not have any more has to be chosen again. */
  const forgetFiles = (ids: readonly string[]) => {
    for (const [index, { kind }] of questions.entries())
      if (kind === 'file')
        answer(
          index,
          (answers[index] ?? []).filter((value) => !ids.includes(fileOf(value)?.id ?? '')),
        )
  }

  if (questions.length === 0 && !props.title && !props.intro)
    return isCanvas ? <EmptyBox icon="info" text={words.empty} /> : null
  if (stage === 'sent')
    return (
      <View className="b-form">
        <View className="b-form__sent" ariaRole="status">
          <View className="b-form__done">
            <Icon name="check" size={28} />
          </View>
          <Text className="b-form__thanks">{props.thanks || words.sent}</Text>
          <Button className="b-form__again" onClick={() => setStage('open')}>
            <Text>{words.again}</Text>
          </Button>
        </View>
      </View>
    )
  return (
    <View className="b-form">
      <EditableText
        prop="title"
        value={props.title}
        env={env}
        hint={words.titleHint}
        headingLevel={2}
        className="b-form__title"
      />
      <EditableText prop="intro" value={props.intro} env={env} hint={words.introHint} className="b-form__intro" />
      {questions.map((question, index) => (
        <Question
          key={index}
          id={`form-${nodeId}-${index}`}
          nodeId={nodeId}
          index={index}
          host={host}
          env={env}
          words={words}
          question={question}
          answer={answers[index] ?? []}
          problem={tried ? (problems[index] ?? null) : null}
          takesFocus={focusOn === index}
          onLeave={() => setFocusOn(null)}
          onUploading={(by) => setUploading((now) => now + by)}
          onAnswer={(given: FormAnswer) => answer(index, given)}
        />
      ))}
      {questions.length === 0 && isCanvas && <EmptyBox icon="info" text={words.empty} />}
      <View
        className={`b-form__option b-form__consent${agreed ? ' b-form__option--on' : ''}`}
        ariaRole="checkbox"
        ariaChecked={agreed}
        onClick={isCanvas ? undefined : () => setAgreed(!agreed)}
      >
        <View className="b-form__mark">{agreed && <Icon name="check" size={16} />}</View>
        <Text>{props.consent.trim() || usualConsent[env.language]}</Text>
      </View>
      {tried && !agreed && (
        <Text className="b-form__problem" ariaRole="alert">
          {words.consentMissing}
        </Text>
      )}
      {failure && (
        <Text className="b-form__problem" ariaRole="alert">
          {failure}
        </Text>
      )}
      <Button
        className="b-form__send"
        disabled={stage === 'sending' || uploading > 0}
        ariaBusy={stage === 'sending'}
        onClick={isCanvas ? undefined : () => void send()}
      >
        {stage === 'sending' ? (
          <Text>{words.sending}</Text>
        ) : uploading > 0 ? (
          <Text>{words.uploading}</Text>
        ) : (
          <EditableText
            prop="button"
            value={props.button || (isCanvas ? '' : words.send)}
            env={env}
            hint={words.buttonHint}
          />
        )}
      </Button>
    </View>
  )
}
