import type { StoreApi } from 'zustand/vanilla'
import type { Program } from '#model/index.ts'

interface Saving {
  readonly connected: boolean
  readonly waiting: number
}

export interface NameFollower {
  /** Tells the platform. */
  rename(name: string): Promise<unknown>
  failed(thrown: unknown): void
}

/**
 * Has the platform's name of the program, in lists and on bills, follow the document's wherever this tab changes it: by
 * hand, by undo, by redo. What others change, their tabs tell.
 *
 * The platform writes a name that is new to it into the document as well, which would be somebody else's edit there and
 * could not be undone here. So it is told once the document's own change is saved, one name at a time, the last one last.
 * @returns stops it
 */
export function followName(program: Program, link: StoreApi<Saving>, { rename, failed }: NameFollower): () => void {
  let told = program.name
  let isChanged = false
  let isTelling = false

  async function tell(): Promise<void> {
    const { connected, waiting } = link.getState()
    if (!isChanged || isTelling || !connected || waiting > 0) return
    isChanged = false
    if (program.name === told) return
    isTelling = true
    told = program.name
    try {
      await rename(told)
    } catch (thrown) {
      failed(thrown)
    }
    isTelling = false
    void tell()
  }

  const stopProgram = program.subscribe(({ meta, local }) => {
    if (!meta) return
    // What another tab changed, it has told itself.
    if (!local && !isChanged) told = program.name
    if (local) isChanged = true
    // By then the edit counts as one that waits to be saved.
    if (local) queueMicrotask(() => void tell())
  })
  const stopLink = link.subscribe(() => void tell())
  return () => {
    stopProgram()
    stopLink()
  }
}
