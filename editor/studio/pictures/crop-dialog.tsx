import { RotateCcw, ZoomIn, ZoomOut } from 'lucide-react'
import { useState } from 'react'
import type { PictureCrop, PictureValue } from '#components/kit/fields.ts'
import { cropStyle, MOST_ZOOM } from '#components/kit/picture-crop.ts'
import { Button } from '#editor/ui/button.tsx'
import { Dialog } from '#editor/ui/dialog.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { CropStage } from './crop-stage.tsx'
import { wholePicture, zoomCrop } from './crop-steps.ts'
import './crop.css'

export interface CropDialogProps {
  readonly picture: PictureValue
  /** Width to height of the block; undefined where it takes the picture's own. */
  readonly ratio: number | undefined
  readonly onClose: () => void
  readonly onCrop: (crop: PictureCrop) => void
}

/** Nothing changes in the program until the part is used, so looking at crops leaves no undo steps. */
export function CropDialog({ picture, ratio, onClose, onCrop }: CropDialogProps) {
  const words = useWords()
  const [crop, setCrop] = useState(picture.crop ?? wholePicture)
  const own = picture.widthPx / picture.heightPx
  const ratios = { picture: own, box: ratio ?? own }
  return (
    <Dialog
      title={words.pictures.cropTitle}
      isOpen
      onClose={onClose}
      widthPx={720}
      foot={
        <>
          <Button icon={<RotateCcw size={16} aria-hidden />} onPress={() => setCrop(wholePicture)}>
            {words.pictures.resetCrop}
          </Button>
          <span className="st-crop__space" />
          <Button onPress={onClose}>{words.common.cancel}</Button>
          <Button
            variant="primary"
            onPress={() => {
              onCrop(crop)
              onClose()
            }}
          >
            {words.pictures.useCrop}
          </Button>
        </>
      }
    >
      <div className="st-crop">
        <div className="st-crop__work">
          <CropStage picture={picture} crop={crop} ratios={ratios} onChange={setCrop} />
          <Zoom crop={crop} onChange={setCrop} />
        </div>
        <figure className="st-crop__result">
          <div className="st-crop__miniature" style={{ aspectRatio: ratios.box }} data-testid="crop-miniature">
            <img src={`${picture.url}?w=640`} alt="" style={cropStyle(crop)} />
          </div>
          <figcaption>{words.pictures.miniature}</figcaption>
        </figure>
      </div>
    </Dialog>
  )
}

const ZOOM_STEP = 0.1

function Zoom({ crop, onChange }: { readonly crop: PictureCrop; readonly onChange: (crop: PictureCrop) => void }) {
  const { pictures: words } = useWords()
  return (
    <div className="st-crop__zoom">
      <IconButton
        label={words.zoomOut}
        icon={<ZoomOut size={16} />}
        isDisabled={crop.zoom <= 1}
        onPress={() => onChange(zoomCrop(crop, crop.zoom - ZOOM_STEP))}
      />
      <input
        type="range"
        aria-label={words.zoom}
        min={1}
        max={MOST_ZOOM}
        step={0.01}
        value={crop.zoom}
        onChange={(event) => onChange(zoomCrop(crop, Number(event.target.value)))}
      />
      <IconButton
        label={words.zoomIn}
        icon={<ZoomIn size={16} />}
        isDisabled={crop.zoom >= MOST_ZOOM}
        onPress={() => onChange(zoomCrop(crop, crop.zoom + ZOOM_STEP))}
      />
    </div>
  )
}
