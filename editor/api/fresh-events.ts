import type { ConsoleEvent } from '#platform/contract/merchant.ts'

/** How many cursors are remembered; far more than a replay after a lost network repeats. */
const cursorsKept = 500

/**
 * Lets each event through once. A replay may repeat what was already shown, and a view of an order may arrive behind a
 * newer one: both are told apart here, by cursor and by the version of what they are about.
 * @returns whether the event is new
 */
export function createFreshness(): (cursor: string, event: ConsoleEvent) => boolean {
  const cursors = new Set<string>()
  const versions = new Map<string, number>()
  return (cursor, event) => {
    if (cursor !== '') {
      if (cursors.has(cursor)) return false
      cursors.add(cursor)
      if (cursors.size > cursorsKept) for (const oldest of cursors) if (cursors.delete(oldest)) break
    }
    const subject = subjectOf(event)
    if (!subject) return true
    if ((versions.get(subject.key) ?? -1) >= subject.version) return false
    versions.set(subject.key, subject.version)
    return true
  }
}

function subjectOf(event: ConsoleEvent): { key: string; version: number } | undefined {
  if (event.type === 'order') return { key: `order:${event.order.id}`, version: event.order.version }
  if (event.type === 'booking') return { key: `booking:${event.booking.id}`, version: event.booking.version }
  return undefined
}
