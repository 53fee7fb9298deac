import { Camera, Upload } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Button } from '#editor/ui/button.tsx'
import { useWords } from '#editor/words/use-words.ts'

/** Drawings (SVG) are left out: they can hold scripts. A phone turns its own HEIC photographs into JPEG for this list. */
const formats = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif']

const coarse = '(pointer: coarse)'

/** Chooses files; on what is held in a hand also takes a photograph. */
export function UploadButtons({
  onFiles,
  isPrimary = false,
}: {
  readonly onFiles: (files: readonly File[]) => void
  readonly isPrimary?: boolean
}) {
  const { pictures: words } = useWords()
  const hasCamera = useSyncExternalStore(watchPointer, () => matchMedia(coarse).matches)
  const take = (files: FileList | null) => onFiles([...(files ?? [])])
  return (
    <div className="st-upload-buttons">
      <FileTrigger acceptedFileTypes={formats} allowsMultiple onSelect={take}>
        <Button variant={isPrimary ? 'primary' : 'quiet'} icon={<Upload size={16} aria-hidden />}>
          {words.upload}
        </Button>
      </FileTrigger>
      {hasCamera ? (
        <FileTrigger acceptedFileTypes={['image/*']} defaultCamera="environment" onSelect={take}>
          <Button icon={<Camera size={16} aria-hidden />}>{words.takePhoto}</Button>
        </FileTrigger>
      ) : null}
    </div>
  )
}

function watchPointer(listener: () => void): () => void {
  const query = matchMedia(coarse)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
