import type { Words } from '#editor/words/use-words.ts'

export interface SaveFacts {
  readonly connected: boolean
  /** The whole document has arrived once. */
  readonly loaded: boolean
  /** Own changes that the server has not yet said to have stored. */
  readonly waiting: number
  readonly canEdit: boolean
}

export type SaveState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline'; readonly waiting: number }
  | { readonly kind: 'looking' }

export function saveStateOf({ connected, loaded, waiting, canEdit }: SaveFacts): SaveState {
  if (!loaded) return { kind: 'loading' }
  if (!connected) return { kind: 'offline', waiting }
  if (!canEdit) return { kind: 'looking' }
  return waiting > 0 ? { kind: 'saving' } : { kind: 'saved' }
}

export function describeSaveState(state: SaveState, words: Words): string {
  const { studio } = words
  switch (state.kind) {
    case 'loading':
      return words.common.loading
    case 'saved':
      return studio.saved
    case 'saving':
      return studio.saving
    case 'looking':
      return studio.lookingOnly
    case 'offline':
      return state.waiting === 0 ? studio.offline : studio.offlineWaiting(state.waiting)
  }
}
