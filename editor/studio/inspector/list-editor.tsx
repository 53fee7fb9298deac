import { ArrowDown, ArrowUp, ChevronRight, Plus, Trash2 } from 'lucide-react'
import { useState, type ComponentType } from 'react'
import { Button as PlainButton } from 'react-aria-components'
import type { ListField } from '#components/kit/fields.ts'
import type { JsonObject } from '#model/json.ts'
import { Button } from '#editor/ui/button.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { isShown } from './field-edit.ts'
import type { FieldEditorProps } from './field-editor-props.ts'
import { freshItem, moveItem, nameOfItem, readItems } from './list-items.ts'

export interface ListEditorProps extends FieldEditorProps<ListField> {
  /** Draws one field of an item; handed in, because items hold fields of every kind, lists too. */
  readonly Item: ComponentType<FieldEditorProps>
}

/** A list of like things, e.g. the pictures of a carousel; one is open at a time. */
export function ListEditor({ field, value, onChange, Item }: ListEditorProps) {
  const say = useLocalText()
  const words = useWords()
  const { canEdit } = useSession()
  const [open, setOpen] = useState<number | undefined>(undefined)
  const items = readItems(value)
  const write = (next: readonly JsonObject[], nextOpen: number | undefined) => {
    onChange(next)
    setOpen(nextOpen)
  }
  const move = (from: number, to: number) =>
    write(moveItem(items, from, to), open === from ? to : open === to ? from : open)
  return (
    <div className="ui-field">
      <span className="ui-field__label">
        {say(field.label)}
        <span className="st-list__count">{words.studio.itemsOf(items.length, field.maxItems)}</span>
      </span>
      <ol className="st-list" aria-label={say(field.label)}>
        {items.map((item, at) => {
          const name = nameOfItem(field.item, item) ?? `${say(field.itemLabel)} ${at + 1}`
          const isOpen = open === at
          return (
            <li key={at} className="st-list__item">
              <div className="st-list__head">
                <PlainButton
                  className="st-list__name"
                  aria-expanded={isOpen}
                  onPress={() => setOpen(isOpen ? undefined : at)}
                >
                  <ChevronRight size={14} aria-hidden />
                  <span>{name}</span>
                </PlainButton>
                <IconButton
                  size="small"
                  label={words.studio.itemUp}
                  icon={<ArrowUp size={14} />}
                  isDisabled={!canEdit || at === 0}
                  onPress={() => move(at, at - 1)}
                />
                <IconButton
                  size="small"
                  label={words.studio.itemDown}
                  icon={<ArrowDown size={14} />}
                  isDisabled={!canEdit || at === items.length - 1}
                  onPress={() => move(at, at + 1)}
                />
                <IconButton
                  size="small"
                  label={words.common.remove}
                  icon={<Trash2 size={14} />}
                  isDisabled={!canEdit}
                  onPress={() =>
                    write(
                      items.filter((_, other) => other !== at),
                      undefined,
                    )
                  }
                />
              </div>
              {isOpen ? (
                <div className="st-list__fields">
                  {Object.entries(field.item).map(([prop, itemField]) =>
                    isShown(itemField, item) ? (
                      <Item
                        key={prop}
                        field={itemField}
                        value={item[prop] ?? itemField.default}
                        onChange={(changed) =>
                          onChange(items.map((other, index) => (index === at ? { ...other, [prop]: changed } : other)))
                        }
                      />
                    ) : null,
                  )}
                </div>
              ) : null}
            </li>
          )
        })}
      </ol>
      <Button
        size="small"
        icon={<Plus size={14} aria-hidden />}
        isDisabled={!canEdit || items.length >= field.maxItems}
        onPress={() => write([...items, freshItem(field.item)], items.length)}
      >
        {words.studio.addItem(say(field.itemLabel))}
      </Button>
    </div>
  )
}
