import { Images, Upload } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { Button as PlainButton, FileTrigger } from 'react-aria-components'
import type { PictureValue } from '#components/kit/fields.ts'
import type { LibraryPicture } from '#platform/contract/merchant.ts'
import { api, asApiFailure } from '#editor/api/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { Dialog } from '#editor/ui/dialog.tsx'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { Skeleton } from '#editor/ui/skeleton.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { describeFailure } from '../session/describe-failure.ts'

export interface PictureDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onChoose: (picture: PictureValue) => void
}

/** The workspace's pictures, and a way to add one. */
export function PictureDialog({ isOpen, onClose, onChoose }: PictureDialogProps) {
  const words = useWords()
  return (
    <Dialog title={words.studio.choosePicture} isOpen={isOpen} onClose={onClose} widthPx={640}>
      <Library
        onChoose={(picture) => {
          onChoose(picture)
          onClose()
        }}
      />
    </Dialog>
  )
}

function Library({ onChoose }: { readonly onChoose: (picture: PictureValue) => void }) {
  const words = useWords()
  const { facts } = useSession()
  const [pictures, setPictures] = useState<readonly LibraryPicture[] | 'loading' | 'failed'>('loading')
  const [isUploading, setUploading] = useState(false)
  const load = useCallback(async () => {
    setPictures('loading')
    try {
      setPictures(await api.pictures(facts.id))
    } catch {
      setPictures('failed')
    }
  }, [facts.id])
  useEffect(() => void load(), [load])

  const upload = async (file: File) => {
    setUploading(true)
    try {
      const { url, widthPx, heightPx, alt } = await api.uploadPicture(facts.id, file)
      onChoose({ url, widthPx, heightPx, alt })
    } catch (thrown) {
      showToast({ text: describeFailure(asApiFailure(thrown).code, words), tone: 'bad' })
    } finally {
      setUploading(false)
    }
  }
  return (
    <div className="st-library">
      <FileTrigger
        acceptedFileTypes={['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif']}
        onSelect={(files) => {
          const file = files?.[0]
          if (file) void upload(file)
        }}
      >
        <Button variant="primary" icon={<Upload size={16} aria-hidden />} isPending={isUploading}>
          {isUploading ? words.studio.uploading : words.studio.uploadPicture}
        </Button>
      </FileTrigger>
      {pictures === 'loading' ? <LibrarySkeleton /> : null}
      {pictures === 'failed' ? (
        <EmptyState
          icon={<Images size={28} />}
          title={words.studio.libraryFailed}
          action={<Button onPress={() => void load()}>{words.common.tryAgain}</Button>}
        />
      ) : null}
      {Array.isArray(pictures) && pictures.length === 0 ? (
        <EmptyState icon={<Images size={28} />} title={words.studio.libraryEmpty} />
      ) : null}
      {Array.isArray(pictures) ? (
        <ul className="st-library__grid">
          {(pictures as readonly LibraryPicture[]).map(({ id, name, url, widthPx, heightPx, alt }) => (
            <li key={id}>
              <PlainButton
                className="st-library__picture"
                aria-label={name}
                onPress={() => onChoose({ url, widthPx, heightPx, alt })}
              >
                <img src={`${url}?w=320`} alt="" loading="lazy" />
                <span>{name}</span>
              </PlainButton>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function LibrarySkeleton() {
  return (
    <div className="st-library__grid">
      {Array.from({ length: 8 }, (_, at) => (
        <Skeleton key={at} heightPx={120} />
      ))}
    </div>
  )
}
