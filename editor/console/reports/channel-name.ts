import type { Words } from '#editor/words/use-words.ts'

/** A way of selling that this version has no word for goes by its own name. */
export function channelName(channel: string, { reports }: Words): string {
  return Object.entries(reports.channelNames).find(([code]) => code === channel)?.[1] ?? channel
}
