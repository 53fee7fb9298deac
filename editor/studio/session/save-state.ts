import type { Words } from '#editor/words/use-words.ts'

export interface SaveFacts {
  readonly connected: boolean
  /** The first try to connect has come to something. */
  readonly tried: boolean
  readonly retrying: boolean
  /** The whole document has arrived once. */
  readonly loaded: boolean
  /** Own changes that the server has not yet said to have stored. */
  readonly waiting: number
  /** Those of them that are on this device. */
  readonly kept: number
  /** Why nothing is kept on this device. */
  readonly problem: 'full' | 'unavailable' | undefined
  readonly canEdit: boolean
  /** There is no room on the server's disk. */
  readonly storageFull?: boolean
}

export type SaveState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'connecting' }
  | {
      readonly kind: 'offline'
      readonly waiting: number
      /** `no`: closing this tab would lose them. */
      readonly onDevice: 'yes' | 'soon' | 'no'
      readonly retrying: boolean
    }
  | { readonly kind: 'full'; readonly waiting: number }
  | { readonly kind: 'looking' }

export function saveStateOf(facts: SaveFacts): SaveState {
  const { connected, tried, retrying, loaded, waiting, kept, problem, canEdit, storageFull } = facts
  if (!loaded) return { kind: 'loading' }
  if (!connected && !tried) return { kind: 'connecting' }
  if (!connected) {
    const onDevice = kept >= waiting ? 'yes' : problem === undefined ? 'soon' : 'no'
    return { kind: 'offline', waiting, onDevice, retrying }
  }
  if (!canEdit) return { kind: 'looking' }
  if (waiting > 0 && storageFull === true) return { kind: 'full', waiting }
  return waiting > 0 ? { kind: 'saving' } : { kind: 'saved' }
}

export function describeSaveState(state: SaveState, words: Words): string {
  const { studio, offline } = words
  switch (state.kind) {
    case 'loading':
      return words.common.loading
    case 'saved':
      return studio.saved
    case 'saving':
      return studio.saving
    case 'looking':
      return studio.lookingOnly
    case 'connecting':
      return offline.connecting
    case 'full':
      return studio.fullWaiting(state.waiting)
    case 'offline':
      if (state.retrying) return offline.reconnecting
      if (state.waiting === 0) return offline.offline
      return state.onDevice === 'no' ? offline.inTab(state.waiting) : offline.kept(state.waiting)
  }
}
