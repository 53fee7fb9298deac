/** A tab of the editor without its screen, for tests in a real browser: a document and this browser's copy of it. */
import * as Y from 'yjs'
import {
  dropCopy,
  forgetCopies,
  listAsides,
  listCopies,
  readCopy,
  rememberFacts,
  setAside,
  type AsideReason,
  type CopyKey,
} from '#editor/local/local-copy.ts'
import { beginningWith, inLocalDatabase, unsentRows, updateRows } from '#editor/local/local-database.ts'
import { keepCopy } from '#editor/studio/session/keep-copy.ts'

const tabs = new Map<string, Awaited<ReturnType<typeof openTab>>>()

async function openTab(key: CopyKey) {
  const copy = await readCopy(key)
  const doc = new Y.Doc()
  for (const update of copy?.updates ?? []) Y.applyUpdate(doc, update)
  const listeners = new Set<() => void>()
  const saving = { edits: copy?.unsent?.edits ?? 0, unsavedEdits: copy?.unsent?.edits ?? 0 }
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === 'others') return
    saving.edits++
    saving.unsavedEdits++
  })
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const tracked = Object.assign(saving, { subscribe })
  const keeper = keepCopy({
    key,
    doc,
    copy,
    isWhole: copy !== undefined,
    saving: tracked,
    isConnected: () => false,
  })
  const map = doc.getMap('nodes')
  return {
    write: (name: string, value: unknown) => void map.set(name, value),
    /** What somebody else did, as it comes from the server. */
    receive(name: string, value: unknown) {
      const other = new Y.Doc()
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
      other.getMap('nodes').set(name, value)
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), 'others')
    },
    /** The server has stored everything. */
    saved() {
      saving.unsavedEdits = 0
      for (const listener of listeners) listener()
    },
    read: () => map.toJSON(),
    flush: () => keeper.flush(),
    close: () => keeper.close(),
    state: () => ({ ...keeper.store.getState(), edits: saving.edits }),
    unsentEdits: () => copy?.unsent?.edits ?? 0,
    async setAside(reason: AsideReason) {
      await keeper.flush()
      const { unsent, rows } = keeper
      keeper.stop()
      if (unsent) await setAside(key, { doc, reason, unsent, rows })
      else await dropCopy(key, rows)
    },
  }
}

const hands = {
  async open(name: string, personId: string, programId: string) {
    tabs.set(name, await openTab({ personId, programId }))
  },
  tab: (name: string) => tabs.get(name)!,
  countRows: (personId: string, programId: string) =>
    inLocalDatabase('readonly', (rows) => {
      const range = beginningWith(personId, programId)
      const [updates, unsent] = [rows(updateRows).count(range), rows(unsentRows).count(range)]
      return () => ({ updates: updates.result, unsent: unsent.result })
    }),
  asides: async (personId: string, programId: string) =>
    (await listAsides({ personId, programId })).map(({ reason, edits, update }) => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, update)
      return { reason, edits, says: doc.getMap('nodes').toJSON() }
    }),
  remember: (personId: string, programId: string) =>
    rememberFacts({ personId, programId }, { program: { id: programId, name: programId } as never }),
  list: async (personId: string) =>
    (await listCopies(personId)).map(({ program, edits }) => ({ name: program.name, edits })),
  forget: forgetCopies,
}

export type Hands = typeof hands
Object.assign(window, { hands })
