import type { QueueLine } from '#model/shop/queue-lines.ts'

const sizes: { readonly [line in QueueLine]: string } = { A: '1–2 people', B: '3–4 people', C: '5 or more' }

export const queue = {
  note: (count: number) => (count === 0 ? 'Nobody waits' : count === 1 ? '1 party waits' : `${count} parties wait`),
  taking: 'Numbers are given',
  closedNote: 'The shop is closed by its hours: numbers can only be written down here.',
  emptyTitle: 'Nobody waits',
  emptyText: 'Whoever takes a number in your program appears here at once. Place the block “Queue ticket” on a page.',
  sizes,
  line: (line: string) => `Line ${line}`,
  waiting: (count: number) => (count === 1 ? '1 waits' : `${count} wait`),
  pace: (minutes: number) => `one about every ${minutes} min`,
  nobody: 'Nobody waits in this line',
  people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  since: (minutes: number) => (minutes < 1 ? 'just now' : `for ${minutes} min`),
  calledSince: (minutes: number) => (minutes < 1 ? 'called just now' : `called ${minutes} min ago`),
  callNext: (number: string) => `Call ${number}`,
  seat: 'Seated',
  skip: 'Not here',
  back: 'Back in line',
  skipped: (count: number) => `${count} not here`,
  add: 'Write down a party',
  addTitle: 'A party at the door',
  addSize: 'People',
  addName: 'Name (if you like)',
  addDone: 'Give a number',
  added: (number: string) => `Number ${number}`,
  fasterElsewhere: 'Somebody else has just done something with this number.',
}
