import { Plus } from 'lucide-react'
import { useState, type ComponentType } from 'react'
import type { ListField } from '#components/kit/fields.ts'
import type { JsonObject, JsonValue } from '#model/json.ts'
import { Button } from '#editor/ui/button.tsx'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { isShown } from '#compiler/checks/is-shown.ts'
import { AreaBoard } from './areas/area-board.tsx'
import { usePictureUnder } from './areas/use-picture-under.ts'
import { isContinuous } from './field-edit.ts'
import type { FieldEditorProps } from './field-editor-props.ts'
import { freshItem, moveItem, nameOfItem, readItems } from './list-items.ts'
import { ListItem } from './list-item.tsx'
import { useItemKeys } from './use-item-keys.ts'
import { useReorder } from './use-reorder.ts'
import './list-editor.css'

export interface ListEditorProps extends FieldEditorProps<ListField> {
  /** Draws one field of an item; handed in, because items hold fields of every kind, lists too. */
  readonly Item: ComponentType<FieldEditorProps>
}

/** A list of like things, e.g. the pictures of a carousel: ordered by dragging or keys, one open at a time. */
export function ListEditor(props: ListEditorProps) {
  const { field, value, onChange, isMixed = false } = props
  const say = useLocalText()
  const { inspector } = useWords()
  const { canEdit } = useSession()
  if (!isMixed) return <Items {...props} />
  return (
    <div className="ui-field">
      <span className="ui-field__label">{say(field.label)}</span>
      <span className="ui-field__help">{inspector.mixedList}</span>
      <Button size="small" isDisabled={!canEdit} onPress={() => onChange(value, 'step')}>
        {inspector.takeOver}
      </Button>
    </div>
  )
}

function Items({ field, value, onChange, Item }: ListEditorProps) {
  const say = useLocalText()
  const { inspector } = useWords()
  const { canEdit } = useSession()
  const items = useItems(value)
  const keys = useItemKeys(items)
  const [open, setOpen] = useState<string | undefined>(undefined)
  const [opensAdded, setOpensAdded] = useState<number | undefined>(undefined)
  const [said, setSaid] = useState('')
  if (opensAdded !== undefined && keys[opensAdded] !== undefined && items.length > opensAdded) {
    setOpensAdded(undefined)
    setOpen(keys[opensAdded])
  }
  const nameAt = (at: number) => nameOfItem(field.item, items[at] ?? {}) ?? `${say(field.itemLabel)} ${at + 1}`
  const write = (next: readonly JsonObject[]) => onChange(next, 'step')
  const move = (from: number, to: number) => {
    setSaid(inspector.movedItem(nameAt(from), to + 1, items.length))
    write(moveItem(items, from, to))
  }
  const { list, reorder, handle } = useReorder(items.length, move)
  const isFull = items.length >= field.maxItems
  const under = usePictureUnder(field.areasOn)
  const insert = (at: number, item: JsonObject) => {
    write([...items.slice(0, at), item, ...items.slice(at)])
    setOpensAdded(at)
  }
  return (
    <div className="ui-field">
      <span className="ui-field__label">
        {say(field.label)}
        <span className="st-list__count">{inspector.itemsOf(items.length, field.maxItems)}</span>
      </span>
      {under ? (
        <AreaBoard
          picture={under}
          label={say(field.label)}
          items={items}
          nameAt={nameAt}
          chosen={open === undefined ? undefined : keys.indexOf(open)}
          canEdit={canEdit}
          canAdd={!isFull}
          onChoose={(at) => setOpen(keys[at])}
          onChange={(at, area, isStep) =>
            onChange(
              items.map((other, index) => (index === at ? { ...other, ...area } : other)),
              isStep ? 'step' : `${keys[at]}/area`,
            )
          }
          onAdd={(area) => insert(items.length, { ...freshItem(field.item), ...area })}
          onRemove={(at) => write(items.filter((_, other) => other !== at))}
        />
      ) : null}
      <ol ref={list} className="st-list" aria-label={say(field.label)}>
        {items.map((item, at) => (
          <ListItem
            key={keys[at]}
            field={field}
            item={item}
            name={nameAt(at)}
            isOpen={open === keys[at]}
            onToggle={() => setOpen(open === keys[at] ? undefined : keys[at])}
            mark={reorder ? markOf(reorder, at) : undefined}
            handle={handle(at)}
            canEdit={canEdit}
            canDuplicate={!isFull}
            onDuplicate={() => insert(at + 1, item)}
            onRemove={() => write(items.filter((_, other) => other !== at))}
          >
            {Object.entries(field.item).map(([prop, itemField]) =>
              isShown(itemField, { ...freshItem(field.item), ...item }) ? (
                <Item
                  key={prop}
                  field={itemField}
                  value={item[prop] ?? itemField.default}
                  onChange={(changed, stretch) =>
                    onChange(
                      items.map((other, index) => (index === at ? { ...other, [prop]: changed } : other)),
                      stretch === 'step' || (stretch === undefined && !isContinuous(itemField))
                        ? 'step'
                        : `${keys[at]}/${prop}/${stretch ?? ''}`,
                    )
                  }
                />
              ) : null,
            )}
          </ListItem>
        ))}
      </ol>
      <span className="st-list__said" role="status">
        {said}
      </span>
      <Button
        size="small"
        icon={<Plus size={14} aria-hidden />}
        isDisabled={!canEdit || isFull}
        onPress={() => insert(items.length, freshItem(field.item))}
      >
        {inspector.addItem(say(field.itemLabel))}
      </Button>
      {isFull ? <span className="ui-field__help">{inspector.listFull(field.maxItems)}</span> : null}
    </div>
  )
}

/** The same items as long as the value is the same one. */
function useItems(value: JsonValue): readonly JsonObject[] {
  const [known, setKnown] = useState({ value, items: readItems(value) })
  if (known.value === value) return known.items
  const next = { value, items: readItems(value) }
  setKnown(next)
  return next.items
}

/** Where the line is drawn at this item while another is dragged. */
function markOf({ from, to }: { readonly from: number; readonly to: number }, at: number) {
  if (at === from) return 'dragged' as const
  const among = at < from ? at : at - 1
  if (to === from) return undefined
  if (among === to) return 'before' as const
  return among === to - 1 ? ('after' as const) : undefined
}
