import { useId, useRef } from 'react'
import type { PictureCrop, PictureValue } from '#components/kit/fields.ts'
import { cropWindow } from '#components/kit/picture-crop.ts'
import { useWords } from '#editor/words/use-words.ts'
import { useCropGestures } from './crop-gestures.ts'
import { pressCrop, type Ratios } from './crop-steps.ts'

/** The whole picture with the part in sight framed in it, thirds and the point that stays in sight marked. */
export function CropStage({
  picture,
  crop,
  ratios,
  onChange,
}: {
  readonly picture: PictureValue
  readonly crop: PictureCrop
  readonly ratios: Ratios
  readonly onChange: (crop: PictureCrop) => void
}) {
  const { pictures: words } = useWords()
  const stage = useRef<HTMLDivElement>(null)
  const gestures = useCropGestures(stage, crop, ratios, onChange)
  const helpId = useId()
  const { x, y, width, height } = cropWindow(crop, ratios.picture, ratios.box)
  return (
    <>
      <div
        ref={stage}
        className="st-crop__stage"
        role="group"
        aria-label={words.cropArea}
        aria-describedby={helpId}
        tabIndex={0}
        style={{ aspectRatio: ratios.picture, maxWidth: `${ratios.picture * MOST_STAGE_VH}vh` }}
        {...gestures}
        onKeyDown={(event) => {
          const next = event.metaKey || event.ctrlKey || event.altKey ? undefined : pressCrop(crop, event, ratios)
          if (!next) return
          event.preventDefault()
          onChange(next)
        }}
      >
        <img src={`${picture.url}?w=1280`} alt="" draggable={false} />
        <div
          className="st-crop__window"
          data-testid="crop-window"
          style={{ left: share(x), top: share(y), width: share(width), height: share(height) }}
        >
          <span className="st-crop__point" style={{ left: share(crop.x), top: share(crop.y) }} />
        </div>
      </div>
      <p id={helpId} className="st-crop__help">
        {words.cropHelp}
      </p>
      <p className="ui-hidden" role="status">
        {words.cropState(percent(crop.x), percent(crop.y), crop.zoom.toFixed(1))}
      </p>
    </>
  )
}

/** Of the window's height, so that a tall picture and the buttons below it are in sight together. */
const MOST_STAGE_VH = 46

function share(fraction: number): string {
  return `${fraction * 100}%`
}

function percent(fraction: number): number {
  return Math.round(fraction * 100)
}
