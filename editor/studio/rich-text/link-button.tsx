import { Link2, Unlink } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { LinkField, LinkValue } from '#components/kit/fields.ts'
import { isLink } from '#components/kit/link-value.ts'
import type { JsonValue } from '#model/json.ts'
import { Button } from '#editor/ui/button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { ownKeys } from '../commands/own-keys.ts'
import { LinkEditor } from '../inspector/link-editor.tsx'
import type { PopupButtonProps } from './colour-button.tsx'
import { FormatButton } from './format-button.tsx'

/** Where the chosen words lead, picked as everywhere else. It is written when it is one that can be followed. */
export function LinkButton(props: PopupButtonProps & { readonly asked: number }) {
  const { look, run, focusText, placement, isDisabled, asked } = props
  const { richText: words } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [draft, setDraft] = useState<JsonValue>(null)
  const before = useRef(asked)
  const field: LinkField = {
    kind: 'link',
    label: { en: words.linkTarget, 'zh-CN': words.linkTarget },
    default: null,
  }
  const open = (next: boolean) => {
    if (next) setDraft((look?.link as JsonValue | undefined) ?? null)
    setOpen(next)
    if (!next) focusText()
  }
  useEffect(() => {
    if (asked === before.current) return
    before.current = asked
    open(true)
  }, [asked])
  const set = (link: LinkValue | null) => {
    run({ kind: 'link', link })
    open(false)
  }
  const canLink = look?.canLink === true
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={open}>
      <FormatButton
        label={words.link}
        keys={ownKeys.text.link[0]}
        placement={placement}
        isDisabled={isDisabled}
        isPressed={look?.link !== undefined}
        icon={<Link2 size={16} />}
      />
      <Popover className="ui-popover" placement={placement === 'right' ? 'right top' : 'bottom'} offset={8}>
        <Dialog className="ui-popover__body st-format__link" aria-label={words.link}>
          {canLink ? (
            <>
              <LinkEditor field={field} value={draft} onChange={setDraft} />
              <div className="st-format__link-foot">
                {look?.link ? (
                  <Button variant="quiet" icon={<Unlink size={16} />} onPress={() => set(null)}>
                    {words.removeLink}
                  </Button>
                ) : null}
                <Button variant="primary" isDisabled={!isLink(draft)} onPress={() => isLink(draft) && set(draft)}>
                  {words.linkDone}
                </Button>
              </div>
            </>
          ) : (
            <p className="st-format__hint">{words.linkNeedsWords}</p>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
