/** The workspace's library as this tab has loaded it, part by part. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ChangePictureInput, LibraryPart, LibraryPicture } from '#platform/contract/pictures.ts'

export interface LibraryState {
  readonly search: string
  readonly pictures: readonly LibraryPicture[]
  readonly status: 'loading' | 'failed' | 'ready'
  /** Where the next part begins; null when all is here. */
  readonly next: string | null
}

export interface Library {
  readonly store: StoreApi<LibraryState>
  /** Begins anew; the answer to an older search is dropped. What is here stays in sight until then. */
  load(search?: string): Promise<void>
  loadMore(): Promise<void>
  /** An upload arrived. */
  add(picture: LibraryPicture): void
  /** @throws ApiFailure, and leaves everything as it was */
  change(id: string, input: ChangePictureInput): Promise<LibraryPicture>
  /** Keeps what somebody wrote as the suggestion for later uses, where there is none yet. Best effort. */
  suggestAlt(url: string, alt: string): void
}

export interface LibraryCalls {
  list(query: { search: string; before?: string }): Promise<LibraryPart>
  change(id: string, input: ChangePictureInput): Promise<LibraryPicture>
}

export function createLibrary(calls: LibraryCalls): Library {
  const store = createStore<LibraryState>(() => ({ search: '', pictures: [], status: 'loading', next: null }))
  /** Everything seen so far, whatever is searched now. */
  const known = new Map<string, LibraryPicture>()
  let asked = 0
  const remember = (pictures: readonly LibraryPicture[]) => {
    for (const picture of pictures) known.set(picture.url, picture)
  }

  async function load(search = store.getState().search): Promise<void> {
    const turn = ++asked
    store.setState({ search, status: 'loading' })
    try {
      const part = await calls.list({ search })
      remember(part.pictures)
      if (turn === asked) store.setState({ ...part, status: 'ready' })
    } catch {
      if (turn === asked) store.setState({ status: 'failed' })
    }
  }

  async function change(id: string, input: ChangePictureInput): Promise<LibraryPicture> {
    const changed = await calls.change(id, input)
    remember([changed])
    const { pictures } = store.getState()
    const others = pictures.filter((picture) => picture.id !== id)
    if (input.removed === true) store.setState({ pictures: others })
    else if (input.removed === false)
      store.setState({ pictures: [...others, changed].sort((a, b) => (a.id < b.id ? 1 : -1)) })
    else store.setState({ pictures: pictures.map((picture) => (picture.id === id ? changed : picture)) })
    return changed
  }

  return {
    store,
    load,
    change,
    async loadMore() {
      const { next, search } = store.getState()
      if (next === null) return
      const turn = ++asked
      try {
        const part = await calls.list({ search, before: next })
        remember(part.pictures)
        if (turn === asked)
          store.setState(({ pictures }) => ({ pictures: [...pictures, ...part.pictures], next: part.next }))
      } catch {
        if (turn === asked) store.setState({ status: 'failed' })
      }
    },
    add(picture) {
      remember([picture])
      store.setState(({ pictures }) => ({ pictures: [picture, ...pictures.filter(({ id }) => id !== picture.id)] }))
    },
    suggestAlt(url, alt) {
      const picture = known.get(url)
      if (picture && picture.alt === '' && alt.trim() !== '') void change(picture.id, { alt }).catch(() => undefined)
    },
  }
}
