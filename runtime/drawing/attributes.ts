/** How properties of elements are written: the same on the server and on the page, so that one can take over the other. */
import type { Props } from './drawing.ts'

const otherNames: { readonly [name: string]: string } = {
  className: 'class',
  htmlFor: 'for',
  viewBox: 'viewBox',
  // To a document, what something is at first is what it is.
  defaultChecked: 'checked',
}

export const attributeName = (name: string): string => otherNames[name] ?? name.toLowerCase()

/** @returns undefined when the element is to have no such attribute */
export function attributeText(name: string, value: unknown): string | undefined {
  if (name === 'style') return cssText(value as Props | undefined) || undefined
  // Said of `aria-` and `data-`, no is something else than nothing.
  if (value === null || value === undefined || (value === false && name[4] !== '-')) return undefined
  return value === true && name[4] !== '-' ? '' : `${value as string}`
}

function cssText(style: Props = {}): string {
  return Object.entries(style)
    .map(([name, value]) =>
      value === undefined ? '' : `${name.replaceAll(/[A-Z]/g, '-$&').toLowerCase()}:${value as string};`,
    )
    .join('')
}
