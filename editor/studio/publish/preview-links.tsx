import { Copy, Link2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { PreviewLink } from '#platform/contract/merchant.ts'
import { api } from '#editor/api/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { Segmented } from '#editor/ui/segmented.tsx'
import { TextField } from '#editor/ui/text-field.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { useDoing } from '#editor/publishing/use-doing.ts'
import { useMoment } from '#editor/publishing/use-moment.ts'

type Hours = '24' | '168' | '720'

/** Links that show the draft of one moment to whoever has them, until they are over or closed. */
export function PreviewLinks({ timeZone, isUnsaved }: { readonly timeZone: string; readonly isUnsaved: boolean }) {
  const { publishing: words } = useWords()
  const { facts } = useSession()
  const [links, setLinks] = useState<readonly PreviewLink[]>([])
  const [note, setNote] = useState('')
  const [hours, setHours] = useState<Hours>('168')
  const { isBusy, run } = useDoing()
  useEffect(() => {
    let isOver = false
    // Without an answer there is nothing to list; making a link says what is wrong.
    api.previewLinks(facts.id).then(
      (list) => !isOver && setLinks(list),
      () => undefined,
    )
    return () => {
      isOver = true
    }
  }, [facts.id])
  const make = () =>
    run(async () => {
      const link = await api.makePreviewLink(facts.id, { hours: Number(hours), note: note.trim() })
      setLinks((known) => [link, ...known])
      setNote('')
      const isCopied = await navigator.clipboard.writeText(link.url).then(
        () => true,
        () => false,
      )
      showToast({ text: isCopied ? words.linkMade : words.linkMadeOnly, tone: 'good' })
    })
  // The button that was pressed is gone with its row; the keyboard goes on from the head of the list.
  const head = useRef<HTMLElement>(null)
  const onLeft = (left: readonly PreviewLink[]) => {
    setLinks(left)
    head.current?.focus()
  }
  return (
    <details className="st-fold">
      <summary ref={head}>
        <Link2 size={16} aria-hidden />
        {words.linksTitle}
        {links.length > 0 ? <span className="st-fold__count">{links.length}</span> : null}
      </summary>
      <div className="st-fold__body">
        <p className="ui-field__help">{words.linksHelp}</p>
        <div className="st-links__make">
          <TextField label={words.linkNote} value={note} onChange={setNote} maxLength={200} />
          <Segmented
            label={words.linkFor}
            options={(['24', '168', '720'] as const).map((value) => ({ value, label: words.linkHours[value] }))}
            value={hours}
            onChange={setHours}
          />
          <Button isPending={isBusy} isDisabled={isUnsaved} onPress={() => void make()}>
            {words.makeLink}
          </Button>
        </div>
        {links.length === 0 ? <p className="st-links__none">{words.noLinks}</p> : null}
        <ul>
          {links.map((link) => (
            <LinkRow key={link.id} link={link} timeZone={timeZone} onLeft={onLeft} />
          ))}
        </ul>
      </div>
    </details>
  )
}

function LinkRow({
  link,
  timeZone,
  onLeft,
}: {
  readonly link: PreviewLink
  readonly timeZone: string
  readonly onLeft: (left: readonly PreviewLink[]) => void
}) {
  const words = useWords()
  const { facts } = useSession()
  const say = useMoment(timeZone)
  const { isBusy, run } = useDoing()
  const name = link.note || words.publishing.linkAt(say(link.madeAtIso))
  const copy = () =>
    run(async () => {
      await navigator.clipboard.writeText(link.url)
      showToast({ text: words.common.copied, tone: 'good' })
    })
  const revoke = () =>
    run(async () => {
      onLeft(await api.revokePreviewLink(facts.id, link.id))
      showToast({ text: words.publishing.revoked, tone: 'good' })
    })
  return (
    <li className="st-plan" data-testid="preview-link">
      <p>
        <a href={link.url} target="_blank" rel="noreferrer">
          {name}
        </a>
        <small>{words.publishing.linkUntil(say(link.expiresAtIso), link.madeBy)}</small>
      </p>
      <IconButton
        size="small"
        label={words.publishing.copyLinkNamed(name)}
        icon={<Copy size={14} />}
        onPress={() => void copy()}
      />
      <Button
        size="small"
        isPending={isBusy}
        aria-label={words.publishing.revokeNamed(name)}
        onPress={() => void revoke()}
      >
        {words.publishing.revoke}
      </Button>
    </li>
  )
}
