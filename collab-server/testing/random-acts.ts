import type * as Y from 'yjs'
import type { Person } from './harness.ts'

/** One thing that a person might do at any moment. @returns what, for the log of a test that fails */
export function actAtRandom({ doc, provider }: Person, random: () => number, step: number): string {
  const dice = random()
  if (dice < 0.05) {
    provider.disconnect()
    return 'disconnect'
  }
  if (dice < 0.15) {
    provider.connect()
    return 'connect'
  }
  if (dice < 0.5) {
    doc.getMap('nodes').set(`k${Math.floor(random() * 8)}`, step)
    return 'set'
  }
  const text = doc.getText('text')
  if (dice < 0.65) {
    text.insert(Math.floor(random() * (text.length + 1)), String(step))
    return 'type'
  }
  if (dice < 0.75 && text.length > 3) {
    text.delete(Math.floor(random() * (text.length - 3)), 3)
    return 'delete'
  }
  doc.getMap('own').set(String(step), true)
  return 'own'
}

export function contentOf(doc: Y.Doc) {
  return {
    nodes: doc.getMap('nodes').toJSON(),
    text: doc.getText('text').toString(),
    own: [...doc.getMap('own').keys()].map(Number).sort((a, b) => a - b),
  }
}
