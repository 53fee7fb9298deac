import { Crop, ImagePlus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { PictureField, PictureValue } from '#components/kit/fields.ts'
import { cropStyle } from '#components/kit/picture-crop.ts'
import { Button } from '#editor/ui/button.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { late } from '#editor/ui/late.tsx'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { AltField } from '../pictures/alt-field.tsx'
import { DropArea } from '../pictures/drop-area.tsx'
import { lacksAlt, readPictureValue, valueOf, writePictureValue } from '../pictures/picture-value.ts'
import { picturesOf } from '../pictures/pictures-of.ts'
import { useBlockRatio } from '../pictures/use-block-ratio.ts'
import { useWhileShown } from '../pictures/use-while-shown.ts'
import { useSession } from '../session/use-session.tsx'
import type { FieldEditorProps } from './field-editor-props.ts'
import { PictureDialog } from './picture-dialog.tsx'

const CropDialog = late(() => import('../pictures/crop-dialog.tsx').then((file) => file.CropDialog), 'on top')

/** Most blocks show pictures wide; where the block says nothing, the form does too. */
const USUAL_RATIO = 16 / 9

export function PictureEditor({
  field,
  value,
  onChange,
  error,
}: FieldEditorProps<PictureField> & { readonly error?: string }) {
  const say = useLocalText()
  const words = useWords()
  const session = useSession()
  const [isChoosing, setChoosing] = useState(false)
  const [isCropping, setCropping] = useState(false)
  const [asksFor, setAsksFor] = useState<string | undefined>(undefined)
  const ratio = useBlockRatio(field)
  const picture = readPictureValue(value)
  const { canEdit } = session
  const write = (next: PictureValue) => onChange(writePictureValue(next))
  const choose = (next: PictureValue) => {
    write(next)
    setAsksFor(lacksAlt(next) ? next.url : undefined)
  }
  const chooseShown = useWhileShown(choose)
  const takeFiles = (files: readonly File[]) =>
    void picturesOf(session).uploads.add(files, ([first]) => {
      if (first) chooseShown(valueOf(first))
    })
  return (
    <DropArea className="ui-field" isDisabled={!canEdit} onFiles={takeFiles}>
      <span className="ui-field__label">{say(field.label)}</span>
      {picture ? (
        <>
          <div className="st-picture" style={{ aspectRatio: ratio ?? USUAL_RATIO }}>
            <img src={`${picture.url}?w=640`} alt={picture.alt} style={picture.crop && cropStyle(picture.crop)} />
          </div>
          <div className="st-picture__tools">
            <Button size="small" isDisabled={!canEdit} onPress={() => setChoosing(true)}>
              {words.studio.replacePicture}
            </Button>
            <Button
              size="small"
              icon={<Crop size={14} aria-hidden />}
              isDisabled={!canEdit}
              onPress={() => setCropping(true)}
            >
              {words.pictures.crop}
            </Button>
            <IconButton
              size="small"
              label={words.common.remove}
              icon={<Trash2 size={14} />}
              isDisabled={!canEdit}
              onPress={() => onChange(null)}
            />
          </div>
          <AltField picture={picture} error={error} takesFocus={asksFor === picture.url} onChange={write} />
          {isCropping ? (
            <CropDialog
              picture={picture}
              ratio={ratio}
              onClose={() => setCropping(false)}
              onCrop={(crop) => write({ ...picture, crop })}
            />
          ) : null}
        </>
      ) : (
        <Button icon={<ImagePlus size={16} aria-hidden />} isDisabled={!canEdit} onPress={() => setChoosing(true)}>
          {words.studio.choosePicture}
        </Button>
      )}
      <PictureDialog isOpen={isChoosing} onClose={() => setChoosing(false)} onChoose={choose} />
    </DropArea>
  )
}
