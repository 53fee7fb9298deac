import { useStore } from 'zustand'
import type { ReferenceField } from '#components/kit/fields.ts'
import { Select } from '#editor/ui/select.tsx'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import type { FieldEditorProps } from './field-editor-props.ts'

/** Names a row of the shop's data. What it says there is never copied into the design. */
export function ReferenceEditor({
  field,
  value,
  onChange,
  error,
}: FieldEditorProps<ReferenceField> & { readonly error?: string }) {
  const say = useLocalText()
  const words = useWords()
  const { shop, canEdit } = useSession()
  const data = useStore(shop, (state) => state.data)
  const rows = field.to === 'service' ? data?.services : data?.menu.categories
  const chosen = typeof value === 'string' ? value : ''
  const isThere = chosen === '' || rows?.some(({ id }) => id === chosen)
  return (
    <Select
      label={say(field.label)}
      help={error ?? (field.help && say(field.help))}
      placeholder={error ?? words.common.loading}
      options={[
        { value: '', label: words.studio.references[field.to] },
        ...(rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={isThere ? chosen : null}
      onChange={onChange}
      isDisabled={!canEdit}
    />
  )
}
