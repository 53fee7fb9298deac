/** Uploads under way, from the first look at the file to the picture in the library. One store per opened program. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LibraryPicture } from '#platform/contract/pictures.ts'
import type { UploadOptions } from '#editor/api/upload-picture.ts'
import { checkPictureFile, type PictureRefusal } from './check-picture-file.ts'

export interface Upload {
  readonly id: number
  readonly name: string
  readonly state:
    | { readonly kind: 'waiting' }
    /** `share` of its bytes has left; at 1 the server makes its copies. */
    | { readonly kind: 'sending'; readonly share: number }
    | { readonly kind: 'refused'; readonly why: PictureRefusal }
    /** Tried again with `retry`. */
    | { readonly kind: 'failed' }
}

export interface Uploads {
  readonly store: StoreApi<readonly Upload[]>
  /**
   * Sends the files, two at a time. `use` is called once with all that arrived, in the files' order, so that several
   * files are one edit; and once more for each that arrives only when it is tried again.
   */
  add(files: readonly File[], use?: (pictures: readonly LibraryPicture[]) => void): Promise<void>
  retry(id: number): void
  /** Stops it, or forgets that it came to nothing. */
  dismiss(id: number): void
}

interface Job {
  readonly file: File
  readonly use: (pictures: readonly LibraryPicture[]) => void
  readonly stop: AbortController
}

const AT_ONCE = 2

/**
 * @param send - answers the picture, or throws `{ code }`
 * @param onArrived - for the library to show it
 */
export function createUploads(
  send: (file: File, options: UploadOptions) => Promise<LibraryPicture>,
  onArrived: (picture: LibraryPicture) => void,
): Uploads {
  const store = createStore<readonly Upload[]>(() => [])
  const jobs = new Map<number, Job>()
  const waiting: (() => void)[] = []
  let running = 0
  let lastId = 0

  const show = (id: number, state: Upload['state']) =>
    store.setState(
      store.getState().map((upload) => (upload.id === id ? { ...upload, state } : upload)),
      true,
    )
  const forget = (id: number) => {
    jobs.delete(id)
    store.setState(
      store.getState().filter((upload) => upload.id !== id),
      true,
    )
  }

  async function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    if (running >= AT_ONCE) await new Promise<void>((begin) => waiting.push(begin))
    else running++
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }

  async function run(id: number): Promise<LibraryPicture | undefined> {
    const job = jobs.get(id)
    if (!job) return undefined
    const refusal = await checkPictureFile(job.file).catch(() => 'not-a-picture' as const)
    if (refusal) {
      show(id, { kind: 'refused', why: refusal })
      return undefined
    }
    return inTurn(async () => {
      if (!jobs.has(id)) return undefined
      show(id, { kind: 'sending', share: 0 })
      try {
        const picture = await send(job.file, {
          signal: job.stop.signal,
          onProgress: (share) => show(id, { kind: 'sending', share }),
        })
        forget(id)
        onArrived(picture)
        return picture
      } catch (thrown) {
        const why = refusalOf(thrown)
        show(id, why ? { kind: 'refused', why } : { kind: 'failed' })
        return undefined
      }
    })
  }

  return {
    store,
    async add(files, use = () => undefined) {
      const added = files.map((file): Upload => {
        const id = ++lastId
        jobs.set(id, { file, use, stop: new AbortController() })
        return { id, name: file.name, state: { kind: 'waiting' } }
      })
      store.setState([...store.getState(), ...added], true)
      const arrived = (await Promise.all(added.map(({ id }) => run(id)))).filter((picture) => picture !== undefined)
      if (arrived.length > 0) use(arrived)
    },
    retry(id) {
      const job = jobs.get(id)
      if (!job) return
      jobs.set(id, { ...job, stop: new AbortController() })
      show(id, { kind: 'waiting' })
      void run(id).then((picture) => picture && job.use([picture]))
    },
    dismiss(id) {
      jobs.get(id)?.stop.abort()
      forget(id)
    },
  }
}

function refusalOf(thrown: unknown): PictureRefusal | undefined {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined
  return code === 'too-large' || code === 'too-many-pixels' || code === 'not-a-picture' ? code : undefined
}
