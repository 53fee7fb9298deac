import type { LinkField, LinkValue } from '#components/kit/fields.ts'
import type { JsonValue } from '#model/json.ts'
import { Select } from '#editor/ui/select.tsx'
import { TextField } from '#editor/ui/text-field.tsx'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { usePages, useSession } from '../session/use-session.tsx'
import type { FieldEditorProps } from './field-editor-props.ts'

type Kind = LinkValue['kind'] | 'none'

/** Where a tap leads: a page of the program first, since that is what is meant nine times out of ten. */
export function LinkEditor({
  field,
  value,
  onChange,
  error,
}: FieldEditorProps<LinkField> & { readonly error?: string }) {
  const say = useLocalText()
  const words = useWords()
  const pages = usePages()
  const { canEdit } = useSession()
  const link = readLink(value)
  const kind: Kind = link?.kind ?? 'none'
  const choose = (next: Kind) => {
    if (next === kind) return
    onChange(next === 'none' ? null : freshLink(next, pages[0]?.id ?? ''))
  }
  const kinds: readonly Kind[] = ['none', 'page', 'phone', 'web', 'map']
  return (
    <div className="st-link">
      <Select
        label={say(field.label)}
        help={field.help && say(field.help)}
        options={kinds.map((option) => ({ value: option, label: words.studio.linkKinds[option] }))}
        value={kind}
        onChange={choose}
        isDisabled={!canEdit}
      />
      {link?.kind === 'page' ? (
        <Select
          label={words.studio.linkPage}
          placeholder={error ?? words.studio.choosePage}
          options={pages.map((page) => ({ value: page.id, label: page.title }))}
          value={pages.some(({ id }) => id === link.pageId) ? link.pageId : null}
          onChange={(pageId: string) => onChange({ kind: 'page', pageId })}
          isDisabled={!canEdit}
        />
      ) : null}
      {link?.kind === 'phone' ? (
        <TextField
          label={words.studio.linkPhone}
          type="tel"
          value={link.number}
          onChange={(number) => onChange({ kind: 'phone', number })}
          error={error}
          isReadOnly={!canEdit}
        />
      ) : null}
      {link?.kind === 'web' ? (
        <TextField
          label={words.studio.linkWeb}
          type="url"
          placeholder="https://"
          value={link.url}
          onChange={(url) => onChange({ kind: 'web', url })}
          error={error}
          isReadOnly={!canEdit}
        />
      ) : null}
    </div>
  )
}

function freshLink(kind: LinkValue['kind'], pageId: string): { readonly [name: string]: JsonValue } {
  return { page: { kind, pageId }, phone: { kind, number: '' }, web: { kind, url: '' }, map: { kind } }[kind]
}

function readLink(value: JsonValue): LinkValue | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined
  const { kind } = value
  if (kind === 'page') return { kind, pageId: String(value.pageId) }
  if (kind === 'phone') return { kind, number: String(value.number) }
  if (kind === 'web') return { kind, url: String(value.url) }
  return kind === 'map' ? { kind } : undefined
}
