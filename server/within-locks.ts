import { findDefinition } from '#components/definitions.ts'
import { isContentChange } from '#components/kit/content-fields.ts'
import type { MayWrite } from '#collab-server/index.ts'
import { refusalOfEntry } from '#model/index.ts'

/** The rooms know no blocks: which of a block's fields hold content is told to the model from here. */
export const withinLocks: MayWrite = (doc, entry) =>
  refusalOfEntry(doc, entry, ({ type, prop, before, after }) =>
    isContentChange(findDefinition(type)?.fields ?? {}, prop, before, after),
  )
