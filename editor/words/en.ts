import type { LocalText } from '#model/program-spec.ts'

import { canvas } from './canvas.en.ts'
import { offline } from './offline.en.ts'
import { publishing } from './publishing.en.ts'
import { sections } from './sections.en.ts'
import { checks } from './checks.en.ts'
import { codeBlocks } from './code-blocks.en.ts'
import { commands } from './commands.en.ts'
import { comments } from './comments.en.ts'
import { coupons } from './coupons.en.ts'
import { flashSales } from './flash-sales.en.ts'
import { loyalty } from './loyalty.en.ts'
import { forms } from './forms.en.ts'
import { jobs } from './jobs.en.ts'
import { queue } from './queue.en.ts'
import { ordering } from './ordering.en.ts'
import { console } from './console.en.ts'
import { history } from './history.en.ts'
import { counter, shop, tour } from './first-run.en.ts'
import { failures, home } from './home.en.ts'
import { inspector } from './inspector.en.ts'
import { pages } from './pages.en.ts'
import { locks, people } from './people.en.ts'
import { pictures } from './pictures.en.ts'
import { reach } from './reach.en.ts'
import { presence } from './presence.en.ts'
import { richText } from './rich-text.en.ts'
import { menuFile } from './menu-file.en.ts'
import { dishForm } from './dish-form.en.ts'
import { menuRules } from './menu-rules.en.ts'
import { stock } from './stock.en.ts'
import { shopChanges } from './shop-changes.en.ts'
import { situations } from './situations.en.ts'
import { theme } from './theme.en.ts'
import { versions } from './versions.en.ts'
import { reports } from './reports.en.ts'
import { webhooks } from './webhooks.en.ts'
import { visits } from './visits.en.ts'

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
    partMissing: 'This part is not here yet.',
    partMissingText: 'It could not be fetched. Loading again usually helps; what you did is kept.',
    partMissingOffline:
      'There is no connection. It comes by itself as soon as there is one, and you can go on working.',
  },
  studio: {
    nameOf: (text: LocalText) => text.en,
    canvas: 'Canvas',
    canvasHelp:
      'Arrow keys choose a block, Enter types in its text, Alt with an arrow moves it, Space picks it up, Delete removes it.',
    programName: 'Name of the program',
    openingProgram: 'Opening the program',
    toConsole: 'Counter',
    publish: 'Publish',
    preview: 'Preview',
    previewFrame: 'Preview of the program',
    closePreview: 'Close preview',
    seeDark: 'See it in the dark',
    seeLight: 'See it in the light',
    peopleHere: (count: number) => (count === 1 ? 'Only you are here' : `${count} people are here`),
    saved: 'Saved',
    saving: 'Saving…',
    fullWaiting: (count: number) => `Not saved yet, ${count} ${count === 1 ? 'change waits' : 'changes wait'}`,
    serverFull: {
      title: 'The server has no room left to save',
      text: 'Keep this page open: your changes are kept here and saved as soon as there is room. Tell whoever runs the server.',
    },
    leftOut: {
      title: (edits: number) =>
        edits === 1 ? 'One earlier change could not be read' : `${edits} earlier changes could not be read`,
      text: (when: string) =>
        `You see the program as it was without them; the latest is from ${when}. Nothing was deleted: what could not be read is kept on the server.`,
    },
    missingEdits: {
      title: (edits: number) =>
        edits === 1
          ? 'One earlier change is missing on the server'
          : `${edits} earlier changes are missing on the server`,
      text: 'You see the program without them. What you do now is saved, but nothing can be published. Tell whoever runs the server: a backup may have them.',
    },
    lookingOnly: 'You are looking only',
    signIn: 'Sign in',
    cannotOpen: {
      'signed-out': { title: 'You are signed out', text: 'Sign in again to go on. What you did until now is kept.' },
      'other-person': { title: 'Somebody else is signed in now', text: 'Open the program again to go on as them.' },
      'document-replaced': {
        title: 'This program was put back to an earlier state',
        text: 'Open it again to see it as it is now.',
      },
      'not-allowed': {
        title: 'This program is not shared with you',
        text: 'Ask its owner to invite you, or sign in with another account.',
      },
      removed: {
        title: 'You were removed from this program',
        text: 'What you did until then is saved in it. Ask its owner if you think that is a mistake.',
      },
      locked: {
        title: 'That is locked by the agency',
        text: 'Your last change was not saved, but kept on this device; everything before it is saved. Open the program again to go on.',
      },
      gone: { title: 'This program does not exist', text: 'It may have been deleted, or the link is not complete.' },
      'newer-document': {
        title: 'There is a newer version of the editor',
        text: 'Somebody has already worked on this program with it. Load this page again to go on; nothing is lost.',
      },
      'too-large': {
        title: 'This change is too large to save',
        text: 'Everything before it is saved. Try again with smaller pieces.',
      },
      refused: {
        title: 'The connection was refused',
        text: 'What was saved is safe. Try again; if it stays like this, load the page again.',
      },
      offline: { title: 'No connection', text: 'The program opens as soon as you are online again.' },
      failed: { title: 'The program could not be opened', text: 'Nothing was changed. Trying again usually helps.' },
    },
    panels: 'Panels',
    panelNames: {
      insert: 'Insert',
      pages: 'Pages',
      layers: 'Layers',
      theme: 'Theme',
      pictures: 'Pictures',
      shop: 'Shop',
      checks: 'Checks',
    },
    closePanel: 'Close panel',
    inspector: 'Properties',
    change: 'Edit',
    searchBlocks: 'Search blocks',
    noBlockFound: (search: string) => `Nothing is called “${search}”`,
    insertBlock: (name: string) => `Insert ${name}`,
    groups: { sell: 'Sell', book: 'Book', members: 'Members', tell: 'Tell', arrange: 'Arrange' },
    blockTools: 'Tools for the block',
    dragHandle: 'Drag to move',
    blocksOf: (count: number) => `${count} blocks`,
    deleted: (name: string) => `${name} deleted`,
    typeInText: 'Type in the text',
    moveUp: 'Move up',
    moveDown: 'Move down',
    moveOut: 'Move out of its container',
    moveIn: 'Move into the container above',
    selectPrevious: 'Choose the one before',
    selectNext: 'Choose the next one',
    selectParent: 'Choose what it is in',
    selectInside: 'Choose what is in it',
    leaveSelection: 'Choose outwards, then nothing',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    zoomReset: 'Original size',
    keys: 'Keyboard shortcuts',
    commandGroups: { edit: 'Edit', arrange: 'Arrange', select: 'Choose', view: 'View' },
    dropInto: (name: string) => `into ${name}`,
    dropBefore: (name: string) => `before ${name}`,
    dropLast: 'at the end of the page',
    refusedInsideItself: 'A block cannot go inside itself',
    refusedSamePlace: 'It is here already',
    refusedNotAccepted: 'This place takes other blocks',
    refusedFull: 'This place is full',
    refusedOutside: 'Drop it on the page',
    pages: 'Pages',
    pageShown: (title: string) => `Page: ${title}`,
    layers: 'Layers',
    pageIsEmpty: 'This page is empty',
    pageIsEmptyHelp: 'Drag a block from “Insert” onto the page.',
    pageIsEmptyTap: 'Tap “Insert” and choose its first block.',
    accent: 'Accent',
    ground: 'Ground',
    colours: { accent: 'Accent', ground: 'Ground', card: 'Card', ink: 'Text', muted: 'Quiet text' },
    noColour: 'None',
    ownColour: 'Own colour',
    pickColour: (name: string) => `${name}: pick`,
    nothingSelected: 'Nothing is chosen',
    nothingSelectedHelp: 'Click a block on the canvas to edit it. Click its text once more to type.',
    nothingToSet: 'There is nothing to set here.',
    fieldGroups: { content: 'Content', layout: 'Layout', style: 'Style', advanced: 'Advanced' },
    lettersOf: (count: number, most: number) => `${count} of ${most} characters`,
    notSet: 'Not set',
    units: { px: 'px', minutes: 'min', seconds: 's', percent: '%' },
    blockProblems: {
      'unknown-block': 'This version does not know this block. It is kept as it is.',
      'newer-version': 'This block was made with a newer version. It is kept as it is.',
      'bad-props': 'Some of its settings cannot be read. Set them anew to repair it.',
      'upgrade-failed': 'This block could not be brought up to date. It is kept as it is.',
      'view-failed': 'This block could not be drawn.',
      'section-gone': 'The section that stood here is gone.',
      'section-loop': 'This section would stand inside itself.',
      'section-empty': 'This section shows nothing here.',
    },
    choosePicture: 'Choose a picture',
    replacePicture: 'Replace',
    altText: 'What it shows',
    altTextHelp: 'Read out to those who cannot see it.',
    publishHelp: 'Your customers see it at once. You can bring any earlier version back with one click.',
    publishWaits: 'Your last changes are still being saved.',
    publishNow: 'Publish now',
    publishing: 'Publishing…',
    publishFailed: 'What was live stays live.',
    versionIsLive: (version: number) => `Version ${version} is live`,
    scanToOpen: 'Scan it with a phone, or share the link.',
    scanToSee:
      'Scan it with a phone in the same network to see it there, for an hour. The link itself opens on this computer.',
    openHere: 'The link opens on this computer.',
    copyLink: 'Copy the link',
    qrCode: 'QR code of the link',
    publishedWithProblems: (count: number) =>
      count === 1
        ? 'One block could not be drawn and shows a box.'
        : `${count} blocks could not be drawn and show a box.`,
    versions: 'Versions',
    version: (version: number) => `Version ${version}`,
    versionsFailed: 'The versions could not be loaded.',
    neverPublished: 'Not published yet.',
    live: 'Live',
    bringBack: 'Bring back',
    deviceWidth: 'Width of the phone',
    devices: { 320: 'Small phone', 375: 'Narrow phone', 390: 'Phone', 430: 'Large phone' },
    failures: {
      offline: 'No connection. Try again when you are online.',
      signedOut: 'You are signed out. Sign in again in another tab.',
      forbidden: 'You may not do this here. Ask the owner for the right to.',
      gone: 'It is no longer there.',
      tooLarge: 'The file is too large. Pictures may have up to 10 MB and 40 megapixels.',
      notAPicture: 'This file is not a picture we can read. JPEG, PNG, WebP and AVIF work.',
      tooOften: 'That was very quick. Wait a moment and try again.',
      unreadable: 'The program cannot be read at the moment. Nothing was lost.',
      hasErrors: 'Something has to be fixed first; “Checks” lists it.',
    },
  },
  home,
  pages,
  situations,
  theme,
  inspector,
  locks,
  people,
  offline,
  pictures,
  reach,
  versions,
  reports,
  visits,
  webhooks,
  failures,
  checks,
  counter,
  shop,
  shopChanges,
  menuFile,
  menuRules,
  dishForm,
  stock,
  tour,
  commands,
  comments,
  history,
  console,
  coupons,
  flashSales,
  forms,
  jobs,
  queue,
  ordering,
  loyalty,
  canvas,
  publishing,
  sections,
  codeBlocks,
  presence,
  richText,
}

type Word<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Name in keyof T]: Word<T[Name]> }

/** What a language has to say; complete by type. */
export type Words = Word<typeof en>
