import { Button as PlainButton } from 'react-aria-components'
import type { PictureValue } from '#components/kit/fields.ts'
import { Dialog } from '#editor/ui/dialog.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { DropArea } from '../pictures/drop-area.tsx'
import { PictureFace, PictureGrid } from '../pictures/picture-grid.tsx'
import { valueOf } from '../pictures/picture-value.ts'
import { picturesOf } from '../pictures/pictures-of.ts'
import { UploadButtons } from '../pictures/upload-buttons.tsx'
import { UploadList } from '../pictures/upload-list.tsx'
import { useWhileShown } from '../pictures/use-while-shown.ts'
import { useSession } from '../session/use-session.tsx'
import '../pictures/pictures.css'

export interface PictureDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onChoose: (picture: PictureValue) => void
}

/** The workspace's pictures, and every way to add one. */
export function PictureDialog({ isOpen, onClose, onChoose }: PictureDialogProps) {
  const words = useWords()
  return (
    <Dialog title={words.studio.choosePicture} isOpen={isOpen} onClose={onClose} widthPx={720}>
      <Chooser
        onChoose={(picture) => {
          onChoose(picture)
          onClose()
        }}
      />
    </Dialog>
  )
}

/** A file that comes alone was meant for the field; several fill the library, to choose from. */
function Chooser({ onChoose }: { readonly onChoose: (picture: PictureValue) => void }) {
  const session = useSession()
  const words = useWords()
  const chooseShown = useWhileShown(onChoose)
  const add = (files: readonly File[]) =>
    void picturesOf(session).uploads.add(files, ([first]) => {
      if (first && files.length === 1) chooseShown(valueOf(first))
    })
  return (
    <DropArea className="st-library" onFiles={add} takesAllPastes>
      <div className="st-pictures__add">
        <UploadButtons onFiles={add} isPrimary />
        <span className="st-pictures__hint">{words.pictures.dropHere}</span>
      </div>
      <UploadList />
      <PictureGrid
        draw={(picture) => (
          <PlainButton
            className="st-pictures__card"
            aria-label={picture.name}
            onPress={() => onChoose(valueOf(picture))}
          >
            <PictureFace picture={picture} />
          </PlainButton>
        )}
      />
    </DropArea>
  )
}
