/** What a step of undo is called. Everything in it is optional: a step may know less than its sentence could say. */
export interface StepTold {
  /** "Heading", "3 blocks"; "a block" when it is not known. */
  readonly what: string
  /** Label of the property, or empty. */
  readonly field: string
  /** Title of the page or name of the program, now and before; or empty. */
  readonly title: string
  readonly before: string
  /** A theme's name, or empty. */
  readonly about: string
}

const titled = (words: string) => (step: StepTold) => (step.title === '' ? words : `${words} “${step.title}”`)

export const history = {
  title: 'History',
  open: 'History of your steps',
  now: 'As it is now',
  start: 'As you opened it',
  justNow: 'just now',
  empty: 'No steps yet',
  emptyHelp: 'What you change in this tab appears here, and one click takes you back.',
  onlyYours: 'Your own steps in this tab. What others do stays.',
  goBackTo: (step: string) => `Go back to: ${step}`,
  goOnTo: (step: string) => `Go on to: ${step}`,
  undo: (step: string) => `Undo: ${step}`,
  redo: (step: string) => `Redo: ${step}`,
  aBlock: 'a block',
  someChange: 'Change',
  steps: {
    repair: () => 'Fix what a check found',
    'restore-version': () => 'Bring an earlier version back',
    'take-back': () => 'Take a change back',
    'new-code-block': () => 'New code block',
    'delete-code-block': () => 'Delete a code block',
    'restore-code-block': () => 'Offer a code block again',
    'insert-block': ({ what }: StepTold) => `Insert ${what}`,
    move: ({ what }: StepTold) => `Move ${what}`,
    'move-to-page': ({ what }: StepTold) => `Move ${what} to another page`,
    'delete-selection': ({ what }: StepTold) => `Delete ${what}`,
    'duplicate-selection': ({ what }: StepTold) => `Duplicate ${what}`,
    cut: ({ what }: StepTold) => `Cut ${what}`,
    paste: ({ what }: StepTold) => `Paste ${what}`,
    lock: ({ what }: StepTold) => `Lock ${what}`,
    unlock: ({ what }: StepTold) => `Unlock ${what}`,
    'lock-structure': () => 'Lock the structure',
    'unlock-structure': () => 'Unlock the structure',
    hide: ({ what }: StepTold) => `Hide ${what}`,
    show: ({ what }: StepTold) => `Show ${what}`,
    'change-show-when': ({ what }: StepTold) => `Change when ${what} is shown`,
    'wrap-in-section': () => 'Put into a section',
    unwrap: () => 'Take out of the section',
    'type-text': ({ what }: StepTold) => `Type in ${what}`,
    'change-property': ({ what, field }: StepTold) => `Change ${field === '' ? what : `“${field}” of ${what}`}`,
    'reset-property': ({ what, field }: StepTold) => `Reset ${field === '' ? what : `“${field}” of ${what}`}`,
    'change-theme': ({ about }: StepTold) => (about === '' ? 'Change the theme' : `Apply the theme “${about}”`),
    'rename-program': ({ title, before }: StepTold) =>
      before === '' ? 'Rename the program' : `Rename the program “${before}” to “${title}”`,
    'add-page': titled('Add the page'),
    'move-page': titled('Move the page'),
    'duplicate-page': titled('Duplicate the page'),
    'hide-page': titled('Hide the page'),
    'show-page': titled('Show the page'),
    'change-page-settings': titled('Change settings of the page'),
    'move-tab': titled('Move the tab'),
    'delete-page': titled('Delete the page'),
    'put-back-kept': () => 'Put back kept changes',
    'restore-node': ({ what }: StepTold) => `Bring back ${what}`,
    'restore-page': titled('Bring back the page'),
    'change-page': ({ title, before }: StepTold) =>
      before === ''
        ? title === ''
          ? 'Change a page'
          : `Change the page “${title}”`
        : `Rename the page “${before}” to “${title}”`,
    'reset-properties': ({ what }: StepTold) => `Reset ${what}`,
    'replace-picture': () => 'Choose another picture',
    'insert-pictures': ({ what }: StepTold) => `Insert ${what}`,
    'save-as-section': titled('Save as a shared section'),
    'detach-section': () => 'Detach the shared section',
    'rename-section': () => 'Rename the shared section',
    'delete-section': () => 'Delete the shared section',
    'restore-section': () => 'Bring back the shared section',
    'reset-section': () => 'Make this place like the shared section',
    'hide-part': () => 'Hide a part in this place',
    'show-part': () => 'Show a part in this place',
    override: () => 'Change the shared section in this place',
    'reset-override': () => 'Take back a change in this place',
    'apply-override': () => 'Take a change over into the shared section',
    'format-text': ({ what }: StepTold) => `Format the text of ${what}`,
    'remove-page': titled('Delete the page'),
  },
}
