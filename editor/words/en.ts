import { failures, home } from './home.en.ts'

/** English: the pattern for every other language. A figure or a name comes in by a function. */
export const en = {
  common: {
    appName: 'Shopwright',
    close: 'Close',
    cancel: 'Cancel',
    save: 'Save',
    undo: 'Undo',
    redo: 'Redo',
    delete: 'Delete',
    duplicate: 'Duplicate',
    rename: 'Rename',
    back: 'Back',
    search: 'Search',
    clearSearch: 'Clear search',
    more: 'More',
    add: 'Add',
    remove: 'Remove',
    copy: 'Copy',
    copied: 'Copied',
    open: 'Open',
    tryAgain: 'Try again',
    loading: 'Loading…',
    language: 'Language',
    appearance: 'Appearance',
    schemeAuto: 'As the system',
    schemeLight: 'Light',
    schemeDark: 'Dark',
    somethingFailed: 'That did not work. Nothing was lost.',
    notFoundTitle: 'There is nothing at this address',
    notFoundText: 'It may have been moved, or the link is not complete.',
    toPrograms: 'To your programs',
    failedTitle: 'This screen stopped working',
    failedText: 'What you did is saved. Loading it again usually helps.',
    loadAgain: 'Load again',
  },
  studio: {},
  home,
  failures,
  console: {},
}

type Word<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Name in keyof T]: Word<T[Name]> }

/** What a language has to say; complete by type. */
export type Words = Word<typeof en>
