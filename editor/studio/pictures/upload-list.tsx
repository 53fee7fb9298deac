import { CircleAlert, RotateCw, X } from 'lucide-react'
import { useStore } from 'zustand'
import { Button } from '#editor/ui/button.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { picturesOf } from './pictures-of.ts'
import type { Upload } from './uploads.ts'

/** What is on its way, how far, and what came to nothing and why. */
export function UploadList() {
  const { uploads } = picturesOf(useSession())
  const { pictures: words } = useWords()
  const all = useStore(uploads.store)
  return (
    <ul className="st-uploads" aria-label={words.uploads} aria-live="polite" hidden={all.length === 0}>
      {all.map((upload) => (
        <li key={upload.id} className="st-uploads__one" data-state={upload.state.kind}>
          <UploadLine upload={upload} />
          {upload.state.kind === 'failed' ? (
            <Button size="small" icon={<RotateCw size={14} aria-hidden />} onPress={() => uploads.retry(upload.id)}>
              <TryAgain />
            </Button>
          ) : null}
          <IconButton
            size="small"
            label={isOver(upload) ? words.dismiss(upload.name) : words.stop(upload.name)}
            icon={<X size={14} />}
            onPress={() => uploads.dismiss(upload.id)}
          />
        </li>
      ))}
    </ul>
  )
}

function UploadLine({ upload: { name, state } }: { readonly upload: Upload }) {
  const { pictures: words } = useWords()
  if (state.kind === 'refused' || state.kind === 'failed') {
    return (
      <span className="st-uploads__words st-uploads__words--bad">
        <CircleAlert size={16} aria-hidden />
        <span>{state.kind === 'refused' ? words.refusals[state.why](name) : words.notSent(name)}</span>
      </span>
    )
  }
  const percent = state.kind === 'sending' ? Math.round(state.share * 100) : 0
  const text = state.kind === 'waiting' ? words.waiting : percent === 100 ? words.shrinking : words.sending(percent)
  return (
    <span className="st-uploads__words">
      <span className="st-uploads__name">{name}</span>
      <span className="st-uploads__state">{text}</span>
      <progress className="st-uploads__bar" aria-label={name} max={100} value={percent} />
    </span>
  )
}

function TryAgain() {
  return useWords().common.tryAgain
}

function isOver({ state }: Upload): boolean {
  return state.kind === 'refused' || state.kind === 'failed'
}
