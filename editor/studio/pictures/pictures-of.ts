import { api } from '#editor/api/index.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { createLibrary, type Library } from './library.ts'
import { createUploads, type Uploads } from './uploads.ts'

export interface Pictures {
  readonly library: Library
  readonly uploads: Uploads
}

const opened = new WeakMap<StudioSession, Pictures>()

/** The library and the uploads of an opened program: the same for panel, dialog, field and canvas. */
export function picturesOf(session: StudioSession): Pictures {
  const known = opened.get(session)
  if (known) return known
  const { workspaceId } = session.facts
  const library = createLibrary({
    list: (query) => api.pictures(workspaceId, query),
    change: (id, input) => api.changePicture(workspaceId, id, input),
  })
  const uploads = createUploads((file, options) => api.uploadPicture(workspaceId, file, options), library.add)
  const made = { library, uploads }
  opened.set(session, made)
  return made
}
