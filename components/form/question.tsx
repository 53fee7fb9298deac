import { Icon, Input, Label, Picker, Text, Textarea, View } from '#components/primitives/index.ts'
import { mostLetters, optionsOf, type AnswerProblem, type FormAnswer } from '#model/shop/forms.ts'
import { dayText } from '../kit/shop-time.ts'
import type { ViewPropsOf } from '../kit/define-block.ts'
import type { BlockEnv } from '../kit/view.ts'
import type { form, FormProps } from './definition.ts'
import { FileField } from './file-field.tsx'
import type { FormWords } from './words.ts'

export type Asked = FormProps['questions'][number]

export interface QuestionProps {
  readonly id: string
  readonly nodeId: string
  /** Which one of the form's it is. */
  readonly index: number
  readonly host: ViewPropsOf<typeof form>['host']
  readonly env: BlockEnv
  readonly words: FormWords
  readonly question: Asked
  readonly answer: FormAnswer
  /** Once the visitor has tried to send. */
  readonly problem: AnswerProblem | null
  /** The first that is wrong. */
  readonly takesFocus: boolean
  readonly onLeave: () => void
  readonly onAnswer: (answer: FormAnswer) => void
  /** @param by - 1 when files begin to be sent, -1 when that is over */
  readonly onUploading: (by: 1 | -1) => void
}

export function Question(props: QuestionProps) {
  const { id, words, question, problem } = props
  const isGroup = question.kind === 'one' || question.kind === 'several' || question.kind === 'file'
  const label = question.label || words.unnamed
  const optional = !question.isNeeded && <Text className="b-form__optional">{words.optional}</Text>
  return (
    <View
      className="b-form__question"
      {...(isGroup && { ariaRole: question.kind === 'one' ? 'radiogroup' : 'group', ariaLabel: label })}
    >
      {isGroup ? (
        <Text className="b-form__label">
          {label} {optional}
        </Text>
      ) : (
        <Label for={id} className="b-form__label">
          {label} {optional}
        </Label>
      )}
      <Field {...props} />
      {problem && (
        <Text id={`${id}-problem`} className="b-form__problem" ariaRole="alert">
          {words.problems[problem]}
        </Text>
      )}
    </View>
  )
}

function Field(props: QuestionProps) {
  const { id, env, words, question, answer, problem, takesFocus, onLeave, onAnswer } = props
  const { kind } = question
  const [value = ''] = answer
  const field = {
    id,
    value,
    maxlength: mostLetters[kind],
    focus: takesFocus,
    ariaInvalid: problem !== null,
    ariaDescribedby: problem ? `${id}-problem` : undefined,
    disabled: env.mode === 'canvas',
    onBlur: onLeave,
    onInput: (event: { readonly detail: { readonly value: string } }) => onAnswer([event.detail.value]),
  }
  if (kind === 'file') return <FileField {...props} />
  if (kind === 'one' || kind === 'several')
    return (
      <View className="b-form__options">
        {optionsOf(question).map((option) => {
          const on = answer.includes(option)
          const others = answer.filter((each) => each !== option)
          const choose = () => onAnswer(kind === 'one' ? [option] : on ? others : [...others, option])
          return (
            <View
              key={option}
              className={`b-form__option b-form__option--${kind}${on ? ' b-form__option--on' : ''}`}
              ariaRole={kind === 'one' ? 'radio' : 'checkbox'}
              ariaChecked={on}
              onClick={env.mode === 'canvas' ? undefined : choose}
            >
              <View className="b-form__mark">{on && kind === 'several' && <Icon name="check" size={16} />}</View>
              <Text>{option}</Text>
            </View>
          )
        })}
      </View>
    )
  if (kind === 'date')
    return (
      <Picker
        id={id}
        mode="date"
        value={value}
        disabled={env.mode === 'canvas'}
        onChange={(event) => onAnswer([event.detail.value])}
      >
        <View className="b-form__date">
          <Text className={value ? undefined : 'b-form__hint'}>
            {value ? dayText(value, env.language, true) : words.pickDate}
          </Text>
          <Icon name="calendar" />
        </View>
      </Picker>
    )
  if (kind === 'long') return <Textarea {...field} rows={4} />
  return (
    <Input
      {...field}
      type={kind === 'phone' ? 'tel' : kind === 'number' ? 'digit' : 'text'}
      autoFill={kind === 'phone' ? 'tel' : 'off'}
    />
  )
}
