import { useStore } from 'zustand'
import type { MoneyField } from '#components/kit/fields.ts'
import { NumberField } from '#editor/ui/number-field.tsx'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import type { FieldEditorProps } from './field-editor-props.ts'

/** Typed as people write it, stored in minor units. */
export function MoneyEditor({ field, value, onChange, isMixed = false }: FieldEditorProps<MoneyField>) {
  const say = useLocalText()
  const words = useWords()
  const { shop, canEdit } = useSession()
  const currency = useStore(shop, ({ data }) => data?.shop.currency ?? 'CNY')
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  const minor = 10 ** digits
  return (
    <NumberField
      label={say(field.label)}
      help={field.help && say(field.help)}
      placeholder={isMixed ? words.inspector.mixed : words.studio.notSet}
      formatOptions={{ style: 'currency', currency, currencyDisplay: 'narrowSymbol' }}
      minValue={field.min / minor}
      maxValue={field.max / minor}
      value={!isMixed && typeof value === 'number' ? value / minor : Number.NaN}
      onChange={(amount) =>
        isMixed && Number.isNaN(amount) ? undefined : onChange(Number.isNaN(amount) ? null : Math.round(amount * minor))
      }
      isDisabled={!canEdit}
    />
  )
}
