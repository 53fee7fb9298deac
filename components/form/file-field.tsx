import { useRef, useState } from 'react'
import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import type { ShopFailure } from '#model/shop/failure.ts'
import {
  fileOf,
  fileRefusals,
  fileTypes,
  fileValue,
  MOST_FILE_BYTES,
  MOST_FILES,
  type FileRefusal,
} from '#model/shop/forms.ts'
import { failureWords } from '../kit/failure-words.ts'
import type { ChosenFile } from '../kit/host.ts'
import type { QuestionProps } from './question.tsx'

interface FileFieldProps extends Pick<
  QuestionProps,
  'id' | 'env' | 'host' | 'words' | 'question' | 'answer' | 'problem' | 'onAnswer' | 'onUploading'
> {
  readonly nodeId: string
  readonly index: number
}

/** Files that are sent one after the other as they are chosen; what is refused says why, beside what was taken. */
export function FileField(props: FileFieldProps) {
  const { id, env, host, words, question, answer, problem, nodeId, index, onAnswer, onUploading } = props
  const [sending, setSending] = useState<string | null>(null)
  const [refused, setRefused] = useState<readonly string[]>([])
  const latest = useRef(answer)
  latest.current = answer
  const most = Math.min(question.mostFiles, MOST_FILES)
  const isCanvas = env.mode === 'canvas'

  const give = (values: typeof answer) => {
    latest.current = values
    onAnswer(values)
  }
  const refuse = (name: string, why: string) => setRefused((before) => [...before, `${name}: ${why}`])
  const send = async (file: ChosenFile) => {
    if (latest.current.length >= most) return refuse(file.name, words.refusals['too-many'])
    if (file.sizeBytes > MOST_FILE_BYTES) return refuse(file.name, words.refusals.size)
    setSending(file.name)
    const sent = await host.shop.attachFile({ nodeId, question: index }, file)
    if (sent.ok) give([...latest.current, fileValue(sent.value)])
    else refuse(file.name, whyNot(sent.failure))
  }
  const choose = async () => {
    const chosen = await host.chooseFiles(fileTypes)
    // The preview says by itself that nothing is really done there.
    if (!chosen.ok) return
    setRefused([])
    onUploading(1)
    for (const file of chosen.value) await send(file)
    setSending(null)
    onUploading(-1)
  }
  const whyNot = ({ code, subjectIds }: ShopFailure): string => {
    const why = fileRefusals.find((each) => each === subjectIds?.[0])
    return code === 'file-refused' && why ? words.refusals[why] : failureWords(code, env.language)
  }

  return (
    <View className="b-form__files">
      {answer.map((value) => {
        const name = fileOf(value)?.name ?? ''
        return (
          <View key={value} className="b-form__file">
            <Icon name="paperclip" size={18} />
            <Text className="b-form__file-name">{name}</Text>
            <Button
              className="b-form__remove"
              ariaLabel={words.removeFile(name)}
              onClick={isCanvas ? undefined : () => give(latest.current.filter((each) => each !== value))}
            >
              <Icon name="close" size={18} />
            </Button>
          </View>
        )
      })}
      {sending !== null && (
        <View className="b-form__file b-form__file--sending" ariaRole="status">
          <Icon name="paperclip" size={18} />
          <Text className="b-form__file-name">{sending}</Text>
          <Text className="b-form__hint">{words.uploading}</Text>
        </View>
      )}
      {refused.map((sentence, at) => (
        <Text key={at} className="b-form__problem" ariaRole="alert">
          {sentence}
        </Text>
      ))}
      {sending === null && answer.length < most && (
        <Button
          id={id}
          className={`b-form__add${problem ? ' b-form__add--wrong' : ''}`}
          ariaDescribedby={problem ? `${id}-problem` : `${id}-hint`}
          onClick={isCanvas ? undefined : () => void choose()}
        >
          <Icon name="plus" size={18} />
          <Text>{words.addFile}</Text>
        </Button>
      )}
      <Text id={`${id}-hint`} className="b-form__optional">
        {words.fileHint(most)}
      </Text>
    </View>
  )
}

export type RefusalWords = { readonly [Why in FileRefusal]: string }
