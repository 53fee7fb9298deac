// Here, in what every primitive uses: a module that only re-exports is dropped from a build, and its styles with it.
import '../primitives.css'
import type { CommonProps, PrimitiveEvent } from '../props.ts'

export type DomAttributes = { [name: string]: unknown; className: string }

type Pressable = CommonProps & { readonly onClick?: ((event: PrimitiveEvent) => void) | undefined }

/**
 * DOM attributes of what all primitives share. Whatever is not in the table is left out, so a block cannot reach the
 * DOM by an invented property; `data-` marks pass, since the editor finds texts and slots by them.
 */
export function domAttributes(props: Pressable, ownClass: string): DomAttributes {
  const attributes: DomAttributes = { className: props.className ? `${ownClass} ${props.className}` : ownClass }
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined) continue
    if (name === 'id' || name === 'style' || name.startsWith('data-')) attributes[name] = value
    else if (name === 'ariaRole') attributes.role = value
    else if (name.startsWith('aria')) attributes[`aria-${name.slice(4).toLowerCase()}`] = String(value)
  }
  if (props.onClick) attributes.onClick = (event: Event) => props.onClick?.(eventOf(event, {}))
  return attributes
}

/** As above for elements that are not buttons by nature: pressing them works by keyboard too. */
export function pressableAttributes(props: Pressable, ownClass: string): DomAttributes {
  const attributes = domAttributes(props, ownClass)
  const { onClick, ariaRole } = props
  if (!onClick || ariaRole === 'none') return attributes
  attributes.role ??= 'button'
  attributes.tabIndex = props.ariaDisabled ? -1 : 0
  attributes.onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    onClick(eventOf(event, {}))
  }
  return attributes
}

export function eventOf<Detail>(event: { stopPropagation(): void }, detail: Detail): PrimitiveEvent<Detail> {
  return { detail, stopPropagation: () => event.stopPropagation() }
}
