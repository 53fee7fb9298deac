import { useEffect, useRef } from 'react'
import type { PictureValue } from '#components/kit/fields.ts'
import { Switch } from '#editor/ui/switch.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { DraftField } from './draft-field.tsx'
import { picturesOf } from './pictures-of.ts'

/**
 * Asks what a picture shows. Leaving it empty is no answer; saying that it is decoration is one.
 * @param takesFocus - the picture was just chosen and has no text yet
 */
export function AltField({
  picture,
  error,
  takesFocus,
  onChange,
}: {
  readonly picture: PictureValue
  readonly error: string | undefined
  readonly takesFocus: boolean
  readonly onChange: (picture: PictureValue) => void
}) {
  const words = useWords()
  const session = useSession()
  const input = useRef<HTMLElement | null>(null)
  useEffect(() => (takesFocus ? focusWhenFree(() => input.current) : undefined), [takesFocus])
  const isDecorative = picture.decorative === true
  return (
    <>
      {isDecorative ? null : (
        <DraftField
          label={words.studio.altText}
          help={words.pictures.askAltHelp}
          error={error}
          value={picture.alt}
          maxLength={200}
          isReadOnly={!session.canEdit}
          inputRef={(element) => {
            input.current = element
          }}
          onCommit={(alt) => {
            onChange({ ...picture, alt })
            picturesOf(session).library.suggestAlt(picture.url, alt)
          }}
        />
      )}
      <Switch
        label={words.pictures.decorative}
        help={words.pictures.decorativeHelp}
        isSelected={isDecorative}
        isDisabled={!session.canEdit}
        onChange={(isOn) => {
          const { decorative: _before, ...rest } = picture
          onChange(isOn ? { ...rest, alt: '', decorative: true } : rest)
        }}
      />
    </>
  )
}

/** A dialog that is closing keeps the focus to itself until it is gone, and then gives it back to its button. */
function focusWhenFree(find: () => HTMLElement | null): () => void {
  let frame = 0
  let calmFrames = 0
  const look = () => {
    calmFrames = document.querySelector('[role="dialog"]') ? 0 : calmFrames + 1
    if (calmFrames >= 3) find()?.focus()
    else frame = requestAnimationFrame(look)
  }
  frame = requestAnimationFrame(look)
  return () => cancelAnimationFrame(frame)
}
