import { useEffect, useState, type KeyboardEvent } from 'react'
import { changePage, type PageRecord } from '#model/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { TextField } from '#editor/ui/text-field.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { usePages, useSession } from '../session/use-session.tsx'
import { checkAddress } from './check-address.ts'

/** The page's address. It is set when the field is left, not while typing: half an address is another page's one. */
export function AddressField({ page }: { readonly page: PageRecord }) {
  const session = useSession()
  const { pages: words } = useWords()
  const pages = usePages()
  const [typed, setTyped] = useState(page.slug)
  useEffect(() => setTyped(page.slug), [page.slug])
  if (page.isHome)
    return <TextField label={words.address} value="/" isReadOnly help={words.addressOfHome} onChange={ignore} />

  const check = checkAddress(typed, page, pages)
  const set = (slug: string) => {
    setTyped(slug)
    if (slug !== page.slug) session.edit('change-page', (program) => changePage(program, page.id, { slug }))
  }
  const keep = () => {
    if (check.kind === 'fine' || check.kind === 'rewritten') set(check.slug)
    else setTyped(page.slug)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep()
    if (event.key === 'Escape') setTyped(page.slug)
  }
  const error = {
    fine: undefined,
    rewritten: undefined,
    empty: words.addressEmpty,
    taken: 'free' in check ? words.addressTaken(`/${check.free}`) : undefined,
    reserved: 'free' in check ? words.addressReserved(`/${check.free}`) : undefined,
  }[check.kind]
  return (
    <div className="st-address">
      <TextField
        label={words.address}
        value={typed}
        maxLength={60}
        isReadOnly={!session.canEdit}
        help={check.kind === 'rewritten' ? words.addressTyped(`/${check.slug}`) : words.addressHelp}
        error={error}
        onChange={setTyped}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
      {'free' in check ? (
        // Pressed before the field is left, which would take back what was typed.
        <Button size="small" preventFocusOnPress onPress={() => set(check.free)}>
          {words.useAddress(`/${check.free}`)}
        </Button>
      ) : null}
    </div>
  )
}

const ignore = () => {}
