import type { Words } from '#editor/words/use-words.ts'

/** A kind that this version has no word for goes by its own name. */
export function eventName(event: string, { webhooks }: Words): string {
  return Object.entries(webhooks.eventNames).find(([code]) => code === event)?.[1] ?? event
}
