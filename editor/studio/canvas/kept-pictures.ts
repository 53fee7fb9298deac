import type { Quiet } from '../session/watch-quiet.ts'
import type { StudioSession } from '../session/studio-session.ts'

/** A picture of the library, as programs show it. */
const address = /^\/pictures\/[\w.-]+(\?w=\d+)?$/
const addresses = /\/pictures\/[\w.-]+/g

/** Kept of each in one size, which does for a phone's width on most screens. */
const KEPT_WIDTH_PX = 640
const MOST_KEPT = 120

/** For a frame that cannot load it: from the network, or what the editor's worker has kept. Nothing but pictures. */
export async function findPicture(url: string): Promise<Blob | undefined> {
  if (!address.test(url)) return undefined
  const response = await fetch(url).catch(() => undefined)
  return response?.ok ? response.blob() : undefined
}

/**
 * Has the editor's worker keep the pictures that this program and its shop show. It never sees the frame ask for them, so
 * they are asked for here, one after the other, whenever nothing else goes on.
 */
export async function keepPictures(
  { compiler, shop }: Pick<StudioSession, 'compiler' | 'shop'>,
  quiet: Pick<Quiet, 'until'>,
  over: AbortSignal,
): Promise<void> {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } }
  if (!navigator.serviceWorker?.controller || connection?.saveData) return
  for (const path of picturesIn([compiler.current(), shop.getState().data]).slice(0, MOST_KEPT)) {
    await quiet.until()
    if (over.aborted) return
    const response = await fetch(`${path}?w=${KEPT_WIDTH_PX}`, { priority: 'low' }).catch(() => undefined)
    if (!response) return // no network: the next time
  }
}

/** Each once, in the order in which they stand in it. */
export function picturesIn(data: unknown): readonly string[] {
  return [...new Set(JSON.stringify(data).match(addresses))]
}
