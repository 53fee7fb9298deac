/** Keys as data: `mod+shift+z`. `mod` is Command on a Mac and Control elsewhere. */
export type Hotkey = string

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const names: { readonly [key: string]: string } = {
  arrowup: 'up',
  arrowdown: 'down',
  arrowleft: 'left',
  arrowright: 'right',
  ' ': 'space',
}

export function matchesHotkey(hotkey: Hotkey, press: KeyPress, isMac: boolean): boolean {
  const { key, mod, shift, alt } = parse(hotkey)
  const pressed = press.key.toLowerCase()
  const [wanted, other] = isMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey]
  // A sign such as "?" is typed with Shift on some keyboards and without on others.
  const isSign = key.length === 1 && !/[a-z0-9]/.test(key)
  return (
    (names[pressed] ?? pressed) === key &&
    wanted === mod &&
    !other &&
    press.altKey === alt &&
    (isSign || press.shiftKey === shift)
  )
}

/** For menus and tooltips: `Ctrl+Shift+Z`, on a Mac `⇧⌘Z`. */
export function showHotkey(hotkey: Hotkey, isMac: boolean): string {
  const { key, mod, shift, alt } = parse(hotkey)
  const shown =
    {
      up: '↑',
      down: '↓',
      left: '←',
      right: '→',
      escape: 'Esc',
      delete: isMac ? '⌦' : 'Del',
      backspace: isMac ? '⌫' : 'Backspace',
      enter: isMac ? '↩' : 'Enter',
      pageup: isMac ? '⇞' : 'PgUp',
      pagedown: isMac ? '⇟' : 'PgDn',
      contextmenu: '☰',
      space: 'Space',
      tab: 'Tab',
      home: 'Home',
      end: 'End',
    }[key] ?? key.toUpperCase()
  if (isMac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${shown}`
  return [...(mod ? ['Ctrl'] : []), ...(shift ? ['Shift'] : []), ...(alt ? ['Alt'] : []), shown].join('+')
}

/**
 * How far shortcuts reach where the focus is.
 * `none`: somebody types, or a dialog is open; `own-keys`: a list, tree or slider uses arrows, Enter and Escape itself.
 */
export type Reach = 'none' | 'own-keys' | 'all'

/** The part of an element that decides; an `Element` has it. */
export interface Focused {
  closest(selector: string): unknown
}

const typing =
  'textarea, input:not([type=checkbox], [type=radio], [type=range], [type=button]), [contenteditable=true], [role=textbox], [role=searchbox], [role=spinbutton], [role=combobox]'
const overlays = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]'
const ownKeys =
  '[role=treegrid], [role=grid], [role=tree], [role=tablist], [role=radiogroup], [role=toolbar], [role=slider], button, a[href], select, input'

export function reachOf(focused: Focused | null): Reach {
  if (!focused) return 'all'
  if (focused.closest(typing) || focused.closest(overlays)) return 'none'
  return focused.closest(ownKeys) ? 'own-keys' : 'all'
}

function parse(hotkey: Hotkey) {
  const parts = hotkey.split('+')
  // "+" by itself is a key, too.
  const key = hotkey.endsWith('+') ? '+' : (parts.at(-1) ?? '')
  return { key, mod: parts.includes('mod'), shift: parts.includes('shift'), alt: parts.includes('alt') }
}
