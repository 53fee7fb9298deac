import { useStore } from 'zustand'
import type { DateTimeField as DateTimeKind } from '#components/kit/fields.ts'
import { LateDateTimeField } from '#editor/ui/late-date-time-field.tsx'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import type { FieldEditorProps } from './field-editor-props.ts'

/** A moment by the shop's clock, wherever whoever edits is. */
export function DateTimeEditor({
  field,
  value,
  onChange,
  isMixed = false,
  error,
}: FieldEditorProps<DateTimeKind> & { readonly error?: string }) {
  const say = useLocalText()
  const words = useWords()
  const { shop, canEdit } = useSession()
  const timeZone = useStore(shop, ({ data }) => data?.shop.timeZone ?? 'Asia/Shanghai')
  const help = [field.help && say(field.help), words.inspector.timeZone(timeZone)].filter(Boolean).join(' · ')
  return (
    <LateDateTimeField
      label={say(field.label)}
      help={isMixed ? words.inspector.mixed : help}
      error={error}
      valueMs={!isMixed && typeof value === 'number' ? value : null}
      timeZone={timeZone}
      onChange={(picked) => onChange(picked)}
      isDisabled={!canEdit}
    />
  )
}
