/** One element of the page: made, and given what it is to have. */
import { attributeName, attributeText } from './attributes.ts'
import type { Props } from './drawing.ts'

const svg = 'http://www.w3.org/2000/svg'
/** How ids begin that views were given: they differ between the server and the page. */
export const idPrefix = 'sw-id-'

export function makeElement(type: string, host: Element): Element {
  return document.createElementNS(type === 'svg' ? svg : host.namespaceURI, type)
}

/** @param isDrawn - the server wrote its attributes; what it cannot write is what is missing */
export function setProperties(node: Element, was: Props, props: Props, isDrawn: boolean): void {
  for (const name in was) if (!(name in props)) setProperty(node, name, undefined)
  for (const name in props) {
    const value = props[name]
    const isMissing = !isDrawn || typeof value === 'function' || `${value as string}`.startsWith(idPrefix)
    if (value !== was[name] && isMissing) setProperty(node, name, value)
  }
}

/** What people change is compared with what it is, not with what it was to be. */
export function setValues(node: Element, props: Props): void {
  for (const name of ['value', 'checked'])
    if (props[name] !== undefined && props[name] !== Reflect.get(node, name)) Reflect.set(node, name, props[name])
}

const elsewhere = new Set(['children', 'ref', 'dangerouslySetInnerHTML', 'value', 'checked'])

function setProperty(node: Element, name: string, value: unknown): void {
  if (elsewhere.has(name)) return
  if (name.startsWith('on')) return listen(node, name, value as Listener['act'] | undefined)
  const text = attributeText(name, value)
  // Not as an attribute, which a page may forbid.
  if (name === 'style') (node as HTMLElement).style.cssText = text ?? ''
  else if (text === undefined) node.removeAttribute(attributeName(name))
  else node.setAttribute(attributeName(name), text)
}

/** Counts events, and listeners that came in between. */
let now = 0

class Listener {
  act: (event: Event) => void
  private readonly since = now++

  constructor(act: Listener['act']) {
    this.act = act
  }

  handleEvent(event: Event & { heardAt?: number; nativeEvent?: Event }): void {
    event.heardAt ??= now++
    // React hands over the browser's event inside its own.
    event.nativeEvent = event
    // What was drawn because of an event does not hear the rest of it.
    if (event.heardAt > this.since) this.act(event)
  }
}

function listen(node: Element & { listeners?: Map<string, Listener> }, name: string, act?: Listener['act']): void {
  const listeners = (node.listeners ??= new Map())
  const type = name.slice(2).replace('Capture', '').toLowerCase()
  const isCapture = name.endsWith('Capture')
  const known = listeners.get(name)
  if (known && act) known.act = act
  else if (known) {
    node.removeEventListener(type, known, isCapture)
    listeners.delete(name)
  } else if (act) {
    const listener = new Listener(act)
    listeners.set(name, listener)
    node.addEventListener(type, listener, isCapture)
  }
}
