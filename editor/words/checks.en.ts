/** Findings before publishing: what is wrong, in the merchant's words. */
export const checks = {
  errors: 'Stop publishing',
  warnings: 'Worth a look',
  nothingTitle: 'Nothing to fix',
  nothingText: 'We go on looking while you work.',
  count: (errors: number, warnings: number) =>
    errors > 0
      ? `${errors} ${errors === 1 ? 'thing stops' : 'things stop'} publishing`
      : `${warnings} ${warnings === 1 ? 'thing' : 'things'} worth a look`,
  showMe: 'Show me',
  fixIt: (what: string) => `Fix: ${what}`,
  fixAll: (count: number) => `Fix ${count} at once`,
  fixed: 'Fixed',
  notFixed: 'This could not be fixed. Nothing was changed.',
  onPage: (page: string) => `on “${page}”`,
  inSection: 'in a shared section',
  inProgram: 'for the whole program',
  mustFix: (count: number) =>
    count === 1
      ? 'One thing has to be fixed before publishing.'
      : `${count} things have to be fixed before publishing.`,
  mayPublish: (count: number) =>
    count === 1
      ? 'One thing is worth a look. You can publish all the same.'
      : `${count} things are worth a look. You can publish all the same.`,
  say: {
    'empty-home': () => 'The page visitors start on is empty.',
    'empty-page': (page: string) => `The page “${page}” is empty.`,
    'dead-button': () => 'A button leads nowhere.',
    'no-price': () => 'The fixed amount to pay is missing or 0.',
    'free-dish': (dish: string) => `“${dish}” costs 0. Is it really free?`,
    'sample-text': (text: string) => `Sample text is still there: “${text}”`,
    contrast: (scheme: string) =>
      scheme === 'dark' ? 'Some text is hard to read in the dark scheme.' : 'Some text is hard to read.',
    'no-hours': () => 'Your shop has no opening hours, so nobody can order or book.',
    'no-dishes': () => 'The menu has no dishes.',
    'no-services': () => 'There is nothing to book.',
    'small-picture': () => 'The picture is too small and will look blurred.',
    'too-many-tabs': (count: string) => `The tab bar has ${count} tabs; 5 fit.`,
    'hidden-page-linked': () => 'A link leads to a hidden page.',
    'not-drawn': () => 'This block cannot be drawn; customers would see a box.',
    'code-mistake': (where: string) => `The code of a block has a mistake in line ${where}`,
    'bad-settings': () => 'Some of its settings cannot be read. Set them anew.',
    'too-long': () => 'A text is too long and will be cut.',
    'out-of-range': () => 'A figure is outside of what the block can show.',
    'too-many': () => 'There are more entries than the block shows.',
    'bad-address': () => 'A web address is not complete.',
    'bad-mail': () => 'An e-mail address is not complete.',
    'bad-phone': () => 'A phone number cannot be dialled.',
    'page-gone': () => 'A link leads to a page that was deleted.',
    'not-there': () => 'It refers to something that is no longer in your shop.',
    'no-alt': () => 'A picture has no words for those who cannot see it.',
    unreadable: () => 'A colour is hard to read on its ground.',
    past: () => 'A moment it waits for is over.',
  },
  repair: {
    'remove-text': 'remove the text',
    'remove-node': 'remove the block',
    'remove-page': 'delete the page',
    'show-page': 'show the page again',
    'keep-first-tabs': 'keep the first 5',
    'set-theme': 'make it readable',
    'set-usual-hours': 'open every day from 9 to 21',
  },
}
