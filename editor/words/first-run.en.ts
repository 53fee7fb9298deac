/** The first minutes: the tour, the shop beside the page, the order sheet of a phone. */
export const tour = {
  title: 'Four steps to your first page',
  step: (at: number, of: number) => `${at} of ${of}`,
  next: 'Next',
  back: 'Back',
  done: 'Start building',
  skip: 'Skip the tour',
  again: 'Take the tour again',
  steps: {
    insert: {
      title: 'Drag a block onto the phone',
      text: 'Menu, booking, membership card, texts and pictures are ready made. A click inserts one too.',
    },
    canvas: {
      title: 'Click anything to change it',
      text: 'Click its text once more to type in it. Drag blocks where you want them; every step can be undone.',
    },
    inspector: {
      title: 'Set what the block does here',
      text: 'Words, pictures, links and looks of the chosen block. Changes show on the phone as you make them.',
    },
    publish: {
      title: 'Try it, then publish',
      text: 'The preview is the real thing: order, book and pay in it. One click on Publish and your customers have it.',
    },
  },
  phoneInsert: {
    title: 'Tap “Insert” for a block',
    text: 'Choose one, then tap the place where it should go.',
  },
  phoneInspector: {
    title: 'Tap a block, then “Edit”',
    text: 'Words, pictures and prices of what you chose come up from below.',
  },
}

export const shop = {
  liveAtOnce: 'Prices, sold out and opening times are live at once. Nothing has to be published.',
  toCounter: 'Open the counter',
}

export const counter = {
  order: 'Order of blocks',
  orderShort: 'Order',
  orderHelp: 'The first one is on top of the page. Tick several to move, copy or delete them together.',
  choose: (name: string) => `Choose ${name}`,
  moveUp: (name: string) => `Move ${name} up`,
  moveDown: (name: string) => `Move ${name} down`,
  moved: (name: string, place: number, of: number) => `${name} is now ${place} of ${of}`,
  takePhoto: 'Photo',
}
