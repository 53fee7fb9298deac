import { Check, ChevronDown } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import {
  Autocomplete,
  Button,
  Collection,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
} from 'react-aria-components'
import { Popover } from '#editor/ui/popover.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { findEntries, type PickSection } from './pick-sections.ts'
import './pick-popover.css'

export interface PickPopoverProps<Value> {
  readonly label: string
  /** What is chosen now. */
  readonly shown: { readonly text: string; readonly icon?: ReactNode; readonly note?: string }
  readonly isPlaceholder?: boolean
  readonly isInvalid?: boolean
  readonly isDisabled?: boolean
  readonly searchLabel: string
  readonly chosenKey: string | undefined
  /** Asked for only while it is open. @param search - as typed */
  readonly sections: (search: string) => readonly PickSection<Value>[]
  readonly onPick: (value: Value) => void
}

/** A button that opens a searchable list in sections: type to search, arrow keys to go, Enter to take. */
export function PickPopover<Value>(props: PickPopoverProps<Value>) {
  const { label, shown, isPlaceholder, isInvalid, isDisabled, ...list } = props
  return (
    <div className="ui-field">
      <span className="ui-field__label" aria-hidden>
        {label}
      </span>
      <Popover
        label={label}
        widthPx={288}
        trigger={
          <Button
            className="ui-select"
            aria-label={`${label}: ${shown.text}`}
            isDisabled={isDisabled}
            data-invalid={isInvalid || undefined}
          >
            {shown.icon}
            <span className="ui-select__value" data-placeholder={isPlaceholder || undefined}>
              {shown.text}
            </span>
            {shown.note ? <span className="st-pick__note">{shown.note}</span> : null}
            <ChevronDown className="ui-select__chevron" size={16} aria-hidden />
          </Button>
        }
      >
        {(close) => <PickList label={label} {...list} close={close} />}
      </Popover>
    </div>
  )
}

interface PickListProps<Value> extends Pick<
  PickPopoverProps<Value>,
  'label' | 'searchLabel' | 'chosenKey' | 'sections' | 'onPick'
> {
  readonly close: () => void
}

function PickList<Value>({ label, searchLabel, chosenKey, sections, onPick, close }: PickListProps<Value>) {
  const words = useWords()
  const [search, setSearch] = useState('')
  const found = findEntries(sections(search), search)
  const pick = (key: unknown) => {
    const entry = found.flatMap(({ entries }) => entries).find((each) => each.key === key)
    if (!entry) return
    onPick(entry.value)
    close()
  }
  return (
    <div className="st-pick">
      <Autocomplete inputValue={search} onInputChange={setSearch}>
        <SearchField className="ui-field" aria-label={searchLabel} autoFocus>
          <Input className="ui-input" placeholder={searchLabel} />
        </SearchField>
        <ListBox
          className="st-pick__list"
          aria-label={label}
          selectionMode="none"
          items={found.map((section) => ({ ...section, id: `section:${section.key}` }))}
          onAction={pick}
          renderEmptyState={() => <p className="st-pick__none">{words.inspector.nothingFound}</p>}
        >
          {(section) => (
            <ListBoxSection id={section.id} aria-label={section.title || label}>
              {section.title ? <Header className="st-pick__head">{section.title}</Header> : null}
              <Collection items={section.entries.map((entry) => ({ ...entry, id: entry.key }))}>
                {({ key, title, note, icon, pictureUrl }) => (
                  <ListBoxItem id={key} textValue={title} className="ui-list__item st-pick__entry">
                    {pictureUrl ? <img className="st-pick__picture" src={pictureUrl} alt="" loading="lazy" /> : icon}
                    <span className="ui-list__text">{title}</span>
                    {note ? <span className="st-pick__note">{note}</span> : null}
                    {key === chosenKey ? <Check size={16} aria-hidden /> : null}
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  )
}
