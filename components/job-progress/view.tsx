import { useEffect, useState } from 'react'
import { Button, Input, Label, Text, View } from '#components/primitives/index.ts'
import { CODE_LENGTH, readCode } from '#model/shop/progress-code.ts'
import type { JobProgress } from '#model/shop/progress.ts'
import type { ViewPropsOf } from '../kit/define-block.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { failureWords } from '../kit/failure-words.ts'
import type { jobProgress } from './definition.ts'
import './job-progress.css'
import { JobSteps } from './job-steps.tsx'
import { progressWords } from './words.ts'

export type ProgressBlock = ViewPropsOf<typeof jobProgress>

/** The code is kept on this phone, so that whoever comes back sees how far it is without typing. */
const KEPT = 'job-code'

export function JobProgressView(block: ProgressBlock) {
  const { nodeId, props, host, env } = block
  const words = progressWords(env)
  const [typed, setTyped] = useState('')
  const [isLooking, setLooking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [job, setJob] = useState<JobProgress | null>(null)
  const isCanvas = env.mode === 'canvas'

  const find = async (code: string) => {
    setLooking(true)
    setProblem(null)
    const found = await host.shop.findJob({ code })
    setLooking(false)
    if (found.ok) {
      setJob(found.value)
      return host.storage.set(KEPT, found.value.code)
    }
    const { code: why } = found.failure
    if (why === 'not-found') return setProblem(words.notFound)
    setProblem(why === 'too-many-requests' ? words.tooMany : failureWords(why, env.language))
  }
  useEffect(() => {
    if (isCanvas) return
    void host.storage.get(KEPT).then((kept) => {
      if (typeof kept !== 'string') return
      setTyped((now) => now || kept)
      return find(kept)
    })
  }, [])
  const look = () => {
    const code = readCode(typed)
    if (code === undefined) return setProblem(words.noCode)
    void find(code)
  }
  const other = () => {
    setJob(null)
    setTyped('')
    void host.storage.set(KEPT, null)
  }

  const id = `job-code-${nodeId}`
  return (
    <View className="b-job-progress">
      <EditableText
        prop="title"
        value={props.title}
        env={env}
        hint={words.titleHint}
        headingLevel={2}
        className="b-job-progress__title"
      />
      {job ? (
        <JobSteps block={block} job={job} onOther={other} />
      ) : (
        <View className="b-job-progress__card">
          <Label for={id} className="b-job-progress__label">
            {words.code}
          </Label>
          <View className="b-job-progress__row">
            <Input
              id={id}
              className="b-job-progress__input"
              value={typed}
              placeholder="K7QX-3MHP"
              // With a dash and a space where somebody puts them.
              maxlength={CODE_LENGTH + 4}
              autoFill="off"
              confirmType="search"
              disabled={isCanvas}
              ariaInvalid={problem !== null}
              ariaDescribedby={problem ? `${id}-problem` : undefined}
              onInput={(event) => setTyped(event.detail.value)}
              onConfirm={look}
            />
            <Button
              className="b-job-progress__look"
              disabled={isLooking}
              ariaBusy={isLooking}
              onClick={isCanvas ? undefined : look}
            >
              <Text>{isLooking ? words.looking : words.look}</Text>
            </Button>
          </View>
          {problem && (
            <Text id={`${id}-problem`} className="b-job-progress__problem" ariaRole="alert">
              {problem}
            </Text>
          )}
          <EditableText
            prop="hint"
            value={props.hint}
            env={env}
            hint={words.hintHint}
            className="b-job-progress__hint"
          />
        </View>
      )}
    </View>
  )
}
