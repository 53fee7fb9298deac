import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import { codeText } from '#model/shop/progress-code.ts'
import type { JobProgress } from '#model/shop/progress.ts'
import { fullDayText, whenText } from '../kit/shop-time.ts'
import type { ProgressBlock } from './view.tsx'
import { progressWords } from './words.ts'

/** What was done, where it is, and what is still to come. */
export function JobSteps(props: {
  readonly block: ProgressBlock
  readonly job: JobProgress
  readonly onOther: () => void
}) {
  const { block, job, onOther } = props
  const { data, env } = block
  const words = progressWords(env)
  const timeZone = data.shop.status === 'ready' ? data.shop.value.timeZone : undefined
  const current = job.steps.findLastIndex(({ doneAtIso }) => doneAtIso !== null)
  return (
    <View className="b-job-progress__card" ariaRole="status">
      <Text className="b-job-progress__hint">{codeText(job.code)}</Text>
      <Text className="b-job-progress__job" ariaRole="heading" ariaLevel={3}>
        {job.title}
      </Text>
      {job.status === 'cancelled' && <Text className="b-job-progress__problem">{words.cancelled}</Text>}
      {job.status === 'open' && job.promisedOn && (
        <Text>{words.promised(fullDayText(job.promisedOn, env.language))}</Text>
      )}
      <View className="b-job-progress__steps" ariaRole="list">
        {job.steps.map((step, index) => {
          const isDone = step.doneAtIso !== null
          const isNow = index === current && job.status === 'open'
          return (
            <View
              key={index}
              ariaRole="listitem"
              ariaCurrent={isNow ? 'step' : undefined}
              className={`b-job-progress__step${isDone ? ' b-job-progress__step--done' : ''}${isNow ? ' b-job-progress__step--now' : ''}`}
            >
              <View className="b-job-progress__mark">{isDone && <Icon name="check" size={14} />}</View>
              <View className="b-job-progress__words">
                <Text className="b-job-progress__name">{step.label}</Text>
                <Text className="b-job-progress__when">
                  {step.doneAtIso === null
                    ? words.toCome
                    : timeZone === undefined
                      ? ''
                      : whenText(step.doneAtIso, timeZone, env.language, env.nowMs)}
                </Text>
                {step.note && <Text className="b-job-progress__note">{step.note}</Text>}
              </View>
            </View>
          )
        })}
      </View>
      <Button className="b-job-progress__other" onClick={onOther}>
        <Text>{words.other}</Text>
      </Button>
    </View>
  )
}
