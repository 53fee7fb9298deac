import type { Hotkey } from './hotkey.ts'

/**
 * Keys that mean something only while one thing is done, and are answered where it is done: what is carried, a text
 * that is typed, a picture that is cropped, a tab that has the focus. The sheet of keys lists them after the commands.
 */
export const ownKeys = {
  carry: {
    previous: ['up'],
    next: ['down'],
    in: ['right'],
    out: ['left'],
    first: ['home'],
    last: ['end'],
    putDown: ['enter', 'space'],
    putBack: ['escape'],
  },
  text: {
    bold: ['mod+b'],
    italic: ['mod+i'],
    link: ['mod+k'],
    undo: ['mod+z'],
    redo: ['mod+shift+z', 'mod+y'],
    toolbar: ['tab'],
    leave: ['escape'],
  },
  crop: {
    move: ['up', 'down', 'left', 'right'],
    moveFar: ['shift+up', 'shift+down', 'shift+left', 'shift+right'],
    zoomIn: ['+', '='],
    zoomOut: ['-'],
    whole: ['0'],
  },
  tabs: { left: ['alt+left'], right: ['alt+right'] },
} as const satisfies { readonly [place: string]: { readonly [act: string]: readonly [Hotkey, ...Hotkey[]] } }

export type KeyPlace = keyof typeof ownKeys
