import type * as Y from 'yjs'
import type { NodeId, PageId } from '../ids.ts'
import { assertReadable } from '../newer-document-error.ts'
import { rawPage } from '../operations/page-maps.ts'
import { descendantsOf, removeNode } from '../operations/remove-node.ts'
import { removeCodeBlock } from '../operations/code-blocks.ts'
import { deleteSection } from '../operations/sections.ts'
import type { Program } from '../program.ts'
import { isSameJson } from '../rich-text.ts'
import type { JsonValue } from '../json.ts'
import { codeBlocksOf, metaOf, nodesOf, pagesOf, sectionsOf, themeOf } from '../schema.ts'
import { bringBack, bringEntryBack } from './bring-back.ts'

/**
 * [M70] Makes the program read as an earlier state of it, by writing what differs: an edit like any other, which merges with
 * what others do at the same moment, and which one undo takes back. Blocks keep their ids. What came since goes to the
 * trash; locks, and the version of the document's shape, stay as they are now.
 * @throws NewerDocumentError when that state was written by a newer version
 */
export function restoreVersion(program: Program, version: Y.Doc): void {
  assertReadable(version)
  const { doc } = program
  doc.transact(() => {
    for (const rootOf of [pagesOf, sectionsOf, codeBlocksOf, nodesOf])
      for (const id of rootOf(version).keys())
        if (bringBack(rootOf(doc), rootOf(version), id)) program.wrote(id as NodeId)
    for (const key of ['name', 'language']) bringEntryBack(metaOf(doc), metaOf(version), key)
    for (const key of new Set([...themeOf(doc).keys(), ...themeOf(version).keys()]))
      setValue(themeOf(doc), key, themeOf(version).get(key))
    removeWhatCame(program, version)
  })
}

function removeWhatCame(program: Program, version: Y.Doc): void {
  // Not by `removePage`, which writes down where nodes stand that only passed through a page that came.
  for (const { id } of program.pages()) {
    if (pagesOf(version).has(id)) continue
    const on = program.children(id).flatMap((child) => [child, ...descendantsOf(program, child)])
    const seen = on.filter((node) => !nodesOf(version).has(node))
    rawPage(program, id)?.set('trashed', seen)
    program.wrote(id)
  }
  for (const { id, isDeleted } of program.sections())
    if (!isDeleted && !sectionsOf(version).has(id)) deleteSection(program, id)
  for (const { id, isDeleted } of program.codeBlocks())
    if (!isDeleted && !codeBlocksOf(version).has(id)) removeCodeBlock(program, id)
  const isNew = (id: string) => !nodesOf(version).has(id)
  for (const id of nodesOf(program.doc).keys()) {
    const node = isNew(id) ? program.node(id as NodeId) : undefined
    if (node && !(program.node(node.place.parentId as NodeId) && isNew(node.place.parentId as PageId)))
      removeNode(program, node.id)
  }
}

function setValue(map: Y.Map<unknown>, key: string, value: unknown): void {
  if (isSameJson(map.get(key) as JsonValue | undefined, value as JsonValue | undefined)) return
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}
