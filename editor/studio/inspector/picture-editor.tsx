import { ImagePlus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { PictureField, PictureValue } from '#components/kit/fields.ts'
import type { JsonValue } from '#model/json.ts'
import { Button } from '#editor/ui/button.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { TextField } from '#editor/ui/text-field.tsx'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import type { FieldEditorProps } from './field-editor-props.ts'
import { PictureDialog } from './picture-dialog.tsx'

export function PictureEditor({
  field,
  value,
  onChange,
  error,
}: FieldEditorProps<PictureField> & { readonly error?: string }) {
  const say = useLocalText()
  const words = useWords()
  const { canEdit } = useSession()
  const [isChoosing, setChoosing] = useState(false)
  const picture = readPicture(value)
  const write = ({ url, widthPx, heightPx, alt }: PictureValue) => onChange({ url, widthPx, heightPx, alt })
  return (
    <div className="ui-field">
      <span className="ui-field__label">{say(field.label)}</span>
      {picture ? (
        <>
          <div className="st-picture" style={{ aspectRatio: field.ratio ?? 16 / 9 }}>
            <img src={`${picture.url}?w=640`} alt={picture.alt} />
          </div>
          <div className="st-picture__tools">
            <Button size="small" isDisabled={!canEdit} onPress={() => setChoosing(true)}>
              {words.studio.replacePicture}
            </Button>
            <IconButton
              size="small"
              label={words.common.remove}
              icon={<Trash2 size={14} />}
              isDisabled={!canEdit}
              onPress={() => onChange(null)}
            />
          </div>
          <TextField
            label={words.studio.altText}
            help={words.studio.altTextHelp}
            error={error}
            value={picture.alt}
            maxLength={200}
            onChange={(alt) => write({ ...picture, alt })}
            isReadOnly={!canEdit}
          />
        </>
      ) : (
        <Button icon={<ImagePlus size={16} aria-hidden />} isDisabled={!canEdit} onPress={() => setChoosing(true)}>
          {words.studio.choosePicture}
        </Button>
      )}
      <PictureDialog isOpen={isChoosing} onClose={() => setChoosing(false)} onChoose={write} />
    </div>
  )
}

function readPicture(value: JsonValue): PictureValue | undefined {
  if (typeof value !== 'object' || value === null || !('url' in value)) return undefined
  const { url, widthPx, heightPx, alt } = value
  if (typeof url !== 'string') return undefined
  return {
    url,
    widthPx: Number(widthPx) || 0,
    heightPx: Number(heightPx) || 0,
    alt: typeof alt === 'string' ? alt : '',
  }
}
