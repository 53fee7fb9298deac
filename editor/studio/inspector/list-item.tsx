import { ChevronRight, Copy, GripVertical, Trash2 } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { Button as PlainButton } from 'react-aria-components'
import type { ListField } from '#components/kit/fields.ts'
import type { JsonObject } from '#model/json.ts'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { SetIcon } from '../session/block-icon.tsx'
import { iconOfItem, pictureOfItem } from './list-items.ts'
import './list-editor.css'

export interface ListItemProps {
  readonly field: ListField
  readonly item: JsonObject
  readonly name: string
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly mark: 'dragged' | 'before' | 'after' | undefined
  readonly handle: Pick<
    ComponentProps<'button'>,
    'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel' | 'onKeyDown'
  >
  readonly canEdit: boolean
  readonly canDuplicate: boolean
  readonly onDuplicate: () => void
  readonly onRemove: () => void
  /** Its fields. */
  readonly children: ReactNode
}

/** One item as a line with its picture and first words; opened, its fields stand below. */
export function ListItem(props: ListItemProps) {
  const { field, item, name, isOpen, onToggle, mark, handle, canEdit, canDuplicate, onDuplicate, onRemove } = props
  const { inspector } = useWords()
  const picture = pictureOfItem(field.item, item)
  const icon = iconOfItem(field.item, item)
  return (
    <li className="st-list__item" data-mark={mark}>
      <div className="st-list__head">
        {canEdit ? (
          <button
            type="button"
            className="st-list__handle"
            data-handle
            aria-label={inspector.moveItem(name)}
            {...handle}
          >
            <GripVertical size={14} aria-hidden />
          </button>
        ) : null}
        <PlainButton className="st-list__name" aria-expanded={isOpen} onPress={onToggle}>
          {picture ? (
            <img className="st-list__picture" src={`${picture}?w=160`} alt="" loading="lazy" />
          ) : icon ? (
            <SetIcon name={icon} size={16} />
          ) : null}
          <span>{name}</span>
          <ChevronRight size={14} aria-hidden className="st-list__chevron" />
        </PlainButton>
        {isOpen ? (
          <>
            <IconButton
              size="small"
              label={inspector.duplicateItem(name)}
              icon={<Copy size={14} />}
              isDisabled={!canEdit || !canDuplicate}
              onPress={onDuplicate}
            />
            <IconButton
              size="small"
              label={inspector.removeItem(name)}
              icon={<Trash2 size={14} />}
              isDisabled={!canEdit}
              onPress={onRemove}
            />
          </>
        ) : null}
      </div>
      {isOpen ? <div className="st-list__fields">{props.children}</div> : null}
    </li>
  )
}
