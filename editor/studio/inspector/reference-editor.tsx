import { Calendar, Layers, Ticket, Utensils } from 'lucide-react'
import { useStore } from 'zustand'
import type { ReferenceField } from '#components/kit/fields.ts'
import { formatMoney } from '#components/kit/money.ts'
import type { ShopData } from '#components/kit/view.ts'
import type { Language } from '#model/schema.ts'
import { useLanguage, useLocalText, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import type { FieldEditorProps } from './field-editor-props.ts'
import { PickPopover } from './pick-popover.tsx'
import type { PickEntry } from './pick-sections.ts'

const icons = {
  service: <Calendar size={16} aria-hidden />,
  category: <Layers size={16} aria-hidden />,
  dish: <Utensils size={16} aria-hidden />,
  coupon: <Ticket size={16} aria-hidden />,
}

/** Names a row of the shop's data. What it says there is never copied into the design. */
export function ReferenceEditor({
  field,
  value,
  onChange,
  isMixed = false,
  error,
}: FieldEditorProps<ReferenceField> & { readonly error?: string }) {
  const say = useLocalText()
  const words = useWords()
  const language = useLanguage()
  const { shop, canEdit } = useSession()
  const data = useStore(shop, (state) => state.data)
  const chosen = typeof value === 'string' ? value : ''
  const all: PickEntry<string> = { key: 'all', title: words.inspector.references[field.to], value: '' }
  const rows = data ? rowsOf(field.to, data, language) : []
  const row = chosen === '' ? all : rows.find(({ key }) => key === chosen)
  const text = row?.title ?? (data ? words.inspector.goneTarget : words.common.loading)
  return (
    <PickPopover
      label={say(field.label)}
      shown={{
        text: isMixed ? words.inspector.mixed : text,
        icon: icons[field.to],
        ...(row?.note === undefined || isMixed ? {} : { note: row.note }),
      }}
      isPlaceholder={isMixed}
      isInvalid={error !== undefined}
      isDisabled={!canEdit}
      searchLabel={words.inspector.searchThings}
      chosenKey={isMixed ? undefined : chosen || 'all'}
      sections={() => [
        { key: 'all', title: '', entries: [all] },
        { key: 'rows', title: '', entries: rows },
      ]}
      onPick={(id) => onChange(id)}
    />
  )
}

function rowsOf(
  to: ReferenceField['to'],
  { shop, menu, services, coupons }: ShopData,
  language: Language,
): readonly PickEntry<string>[] {
  const money = (amountMinor: number) => formatMoney(amountMinor, shop.currency, language)
  switch (to) {
    case 'category':
      return menu.categories.map(({ id, name }) => ({ key: id, title: name, value: id }))
    case 'service':
      return services.map(({ id, name, priceMinor }) => ({
        key: id,
        title: name,
        value: id,
        ...(priceMinor > 0 ? { note: money(priceMinor) } : {}),
      }))
    case 'coupon':
      return coupons.map(({ id, title }) => ({ key: id, title, value: id }))
    case 'dish':
      return menu.dishes.map(({ id, name, picture, variants }) => ({
        key: id,
        title: name,
        value: id,
        ...(picture ? { pictureUrl: `${picture.url}?w=160` } : {}),
        ...(variants[0] ? { note: money(variants[0].priceMinor) } : {}),
      }))
  }
}
