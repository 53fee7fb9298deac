import * as Y from 'yjs'
import type { Aside } from '#editor/local/local-copy.ts'
import type { StudioSession } from '../session/studio-session.ts'

/**
 * Brings changes that were set aside into the program as it is now, as one step that can be taken back.
 * @returns false when they build on what this program does not have, and nothing was done
 */
export function putBack({ program, edit }: Pick<StudioSession, 'program' | 'edit'>, { update }: Aside): boolean {
  const trial = new Y.Doc()
  Y.applyUpdate(trial, Y.encodeStateAsUpdate(program.doc))
  Y.applyUpdate(trial, update)
  if (trial.store.pendingStructs || trial.store.pendingDs) return false
  edit('put-back-kept', () => Y.applyUpdate(program.doc, update))
  return true
}
