import { Copy, Download, Printer, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { api, queryCache, useMutation } from '#editor/api/index.ts'
import { Button, Dialog, showToast, TextField } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords, wordsNow } from '#editor/words/use-words.ts'
import { keys } from '../keys.ts'
import { useCanWork, useShop } from '../shop-context.ts'
import { PosterSheet, type PosterContent } from './poster-sheet.tsx'
import type { PosterSize } from './poster-sizes.ts'
import type { Poster } from './posters-of.ts'
import { saveFile } from '../save-file.ts'
import { posterPng, posterSvg } from './draw-poster.ts'

export interface PosterDialogProps {
  readonly poster: Poster
  readonly content: PosterContent
  readonly size: PosterSize
  readonly onPrint: (content: PosterContent) => void
  readonly onClose: () => void
}

/** One poster: its sentence can be changed for this print, then it is printed or saved. */
export function PosterDialog({ poster, content, size, onPrint, onClose }: PosterDialogProps) {
  const words = useWords()
  const { settings } = useShop()
  const [sentence, setSentence] = useState(content.sentence)
  const sheet = useRef<HTMLDivElement>(null)
  const shown = { ...content, sentence: sentence.trim() === '' ? content.sentence : sentence }
  const fileName = [settings.name, poster.name, size].join(' – ').replaceAll(/[/\\:*?"<>|]/g, ' ')
  const drawn = () => sheet.current?.querySelector('svg') ?? undefined
  const saveSvg = () => {
    const svg = drawn()
    if (svg) saveFile(`${fileName}.svg`, new Blob([posterSvg(svg)], { type: 'image/svg+xml' }))
  }
  const savePng = async () => {
    const svg = drawn()
    if (!svg) return
    try {
      saveFile(`${fileName}.png`, await posterPng(svg))
    } catch {
      showToast({ text: words.reach.notSaved, tone: 'bad' })
    }
  }
  const copy = async () => {
    await navigator.clipboard.writeText(poster.link)
    showToast({ text: words.reach.linkCopied, tone: 'good' })
  }
  return (
    <Dialog
      title={poster.name}
      isOpen
      onClose={onClose}
      widthPx={720}
      foot={
        <>
          <Button icon={<Download size={16} aria-hidden />} onPress={saveSvg}>
            {words.reach.saveSvg}
          </Button>
          <Button icon={<Download size={16} aria-hidden />} onPress={() => void savePng()}>
            {words.reach.savePng}
          </Button>
          <Button variant="primary" icon={<Printer size={16} aria-hidden />} onPress={() => onPrint(shown)}>
            {words.reach.print}
          </Button>
        </>
      }
    >
      <div className="poster-dialog">
        <div ref={sheet} className="poster-dialog__sheet">
          <PosterSheet content={shown} size={size} label={words.reach.code(poster.name)} />
        </div>
        <div className="poster-dialog__side">
          <TextField label={words.reach.sentence} value={sentence} onChange={setSentence} maxLength={60} rows={2} />
          <p className="poster-dialog__link">{poster.link}</p>
          <Button icon={<Copy size={16} aria-hidden />} onPress={() => void copy()}>
            {words.reach.copyLink}
          </Button>
          {poster.ownCode === undefined ? null : (
            <DeletePoster code={poster.ownCode} name={poster.name} onDone={onClose} />
          )}
        </div>
      </div>
    </Dialog>
  )
}

function DeletePoster(props: { readonly code: string; readonly name: string; readonly onDone: () => void }) {
  const { code, name, onDone } = props
  const words = useWords()
  const { program } = useShop()
  const canWork = useCanWork()
  const remove = useMutation((gone: string) => api.removePoster(program.id, gone), {
    onDone: (board) => {
      queryCache.tell(keys.posters(program.id), () => board)
      showToast({ text: wordsNow().reach.deleted(name), tone: 'good' })
      onDone()
    },
    onFailed: (failure) => showToast({ text: failureText(failure, wordsNow()), tone: 'bad' }),
  })
  return canWork ? (
    <Button
      variant="danger"
      icon={<Trash2 size={16} aria-hidden />}
      isPending={remove.busy}
      onPress={() => void remove.run(code)}
    >
      {words.reach.deletePoster}
    </Button>
  ) : null
}
