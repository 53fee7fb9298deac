import { useState } from 'react'
import { Button as PlainButton } from 'react-aria-components'
import { useStore } from 'zustand'
import type { LibraryPicture } from '#platform/contract/pictures.ts'
import { useWords } from '#editor/words/use-words.ts'
import { draggedBlock } from '../canvas/drop-tree.ts'
import { hasJustDragged, useDragSource } from '../drag/drag-adapter.tsx'
import { useSession } from '../session/use-session.tsx'
import { DropArea } from './drop-area.tsx'
import { PictureDetails } from './picture-details.tsx'
import { PictureFace, PictureGrid } from './picture-grid.tsx'
import { keyOfPicture } from './picture-source.ts'
import { valueOf } from './picture-value.ts'
import { picturesOf } from './pictures-of.ts'
import { UploadButtons } from './upload-buttons.tsx'
import { UploadList } from './upload-list.tsx'
import './pictures.css'

/** The workspace's library: found, added to, named, placed, and looked up where it is used. */
export function PicturesPanel() {
  const session = useSession()
  const { pictures: words } = useWords()
  const { library, uploads } = picturesOf(session)
  const [openId, setOpenId] = useState<string | undefined>(undefined)
  const open = useStore(library.store, ({ pictures }) => pictures.find(({ id }) => id === openId))
  const add = (files: readonly File[]) => void uploads.add(files)
  if (open) return <PictureDetails key={open.id} picture={open} onBack={() => setOpenId(undefined)} />
  return (
    <DropArea className="st-pictures" onFiles={add} isDisabled={!session.canEdit}>
      {session.canEdit ? (
        <div className="st-pictures__add">
          <UploadButtons onFiles={add} />
          <span className="st-pictures__hint">{words.dropHere}</span>
        </div>
      ) : null}
      <UploadList />
      <PictureGrid draw={(picture) => <Card picture={picture} onOpen={() => setOpenId(picture.id)} />} />
    </DropArea>
  )
}

function Card({ picture, onOpen }: { readonly picture: LibraryPicture; readonly onOpen: () => void }) {
  const { canEdit } = useSession()
  const { pictures: words } = useWords()
  const source = useDragSource(() => draggedBlock('image', keyOfPicture(valueOf(picture))), !canEdit)
  return (
    <div {...source}>
      <PlainButton
        className="st-pictures__card"
        aria-label={words.details(picture.name)}
        onPress={() => {
          if (!hasJustDragged()) onOpen()
        }}
      >
        <PictureFace picture={picture} />
      </PlainButton>
    </div>
  )
}
