import { useStore } from 'zustand'
import type { LinkField, LinkValue } from '#components/kit/fields.ts'
import type { JsonValue } from '#model/json.ts'
import { TextField } from '#editor/ui/text-field.tsx'
import { useLanguage, useLocalText, useWords } from '#editor/words/use-words.ts'
import { usePages, useSession } from '../session/use-session.tsx'
import { isRecord } from '#compiler/checks/check-field.ts'
import type { FieldEditorProps } from './field-editor-props.ts'
import { keyOfLink, linkSections, type LinkWorld } from './link-targets.tsx'
import { PickPopover } from './pick-popover.tsx'

/** Where a tap leads: one list of everything there is, and what is typed for a number or an address. */
export function LinkEditor({
  field,
  value,
  onChange,
  isMixed = false,
  error,
}: FieldEditorProps<LinkField> & { readonly error?: string }) {
  const say = useLocalText()
  const words = useWords()
  const pages = usePages()
  const language = useLanguage()
  const { shop: store, canEdit } = useSession()
  const shop = useStore(store, ({ data }) => data)
  const world: LinkWorld = { pages, shop, words, language }
  const link = isMixed ? null : readLink(value)
  const key = isMixed ? undefined : keyOfLink(link)
  const target = linkSections(world, '')
    .flatMap(({ entries }) => entries)
    .find((entry) => entry.key === key)
  const isLate = shop === null && (link?.kind === 'dish' || link?.kind === 'service' || link?.kind === 'coupon')
  return (
    <div className="st-link">
      <PickPopover
        label={say(field.label)}
        shown={{
          text: isMixed
            ? words.inspector.mixed
            : isLate
              ? words.common.loading
              : (target?.title ?? words.inspector.goneTarget),
          icon: target?.icon,
          ...(target?.note === undefined ? {} : { note: target.note }),
        }}
        isPlaceholder={isMixed || link === null}
        isInvalid={error !== undefined}
        isDisabled={!canEdit}
        searchLabel={words.inspector.searchTargets}
        chosenKey={key}
        sections={(search) => linkSections(world, search)}
        onPick={(picked) => onChange(picked as JsonValue)}
      />
      {link?.kind === 'phone' || link?.kind === 'sms' ? (
        <TextField
          label={words.inspector.linkPhone}
          type="tel"
          value={link.number}
          onChange={(number) => onChange({ kind: link.kind, number }, link.kind)}
          isInvalid={error !== undefined}
          isReadOnly={!canEdit}
        />
      ) : null}
      {link?.kind === 'mail' ? (
        <TextField
          label={words.inspector.linkMailAddress}
          type="email"
          placeholder="name@example.com"
          value={link.address}
          onChange={(address) => onChange({ kind: 'mail', address }, 'mail')}
          isInvalid={error !== undefined}
          isReadOnly={!canEdit}
        />
      ) : null}
      {link?.kind === 'web' ? (
        <TextField
          label={words.inspector.linkWeb}
          type="url"
          placeholder="https://"
          value={link.url}
          onChange={(url) => onChange({ kind: 'web', url }, 'web')}
          isInvalid={error !== undefined}
          isReadOnly={!canEdit}
        />
      ) : null}
    </div>
  )
}

function readLink(value: JsonValue): LinkValue | null {
  if (!isRecord(value)) return null
  const { kind } = value
  if (kind === 'page') return { kind, pageId: String(value.pageId) }
  if (kind === 'dish') return { kind, dishId: String(value.dishId) }
  if (kind === 'service') return { kind, serviceId: String(value.serviceId) }
  if (kind === 'coupon') return { kind, couponId: String(value.couponId) }
  if (kind === 'phone' || kind === 'sms') return { kind, number: String(value.number) }
  if (kind === 'mail') return { kind, address: String(value.address) }
  if (kind === 'web') return { kind, url: String(value.url) }
  return kind === 'map' ? { kind } : null
}
