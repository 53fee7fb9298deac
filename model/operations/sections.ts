import * as Y from 'yjs'
import type { NodeId, SectionId } from '../ids.ts'
import { orderKeyBetween } from '../order-key.ts'
import { done, refused, succeeded } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../program.ts'
import { raiseVersion } from '../newer-document-error.ts'
import { newId } from '../random.ts'
import { pageSlot, sectionsOf } from '../schema.ts'
import { moveNodes } from './move-node.ts'
import { insertSectionInstance } from './place-section.ts'
import { setWords } from './set-words.ts'

/**
 * Makes a linked section of nodes that stand beside each other, and puts an instance where they were.
 *
 * The nodes themselves move into the section, so what somebody else types in them at the same moment arrives there, and
 * one undo brings them back. Two people making a section of the same nodes get two sections, one of them without the
 * nodes that went to the other.
 * @returns a refusal, with nothing changed, if they do not stand in one slot or all are gone
 */
export function createSectionFrom(
  program: Program,
  ids: readonly NodeId[],
  name: string,
): Outcome<'gone' | 'not-beside', { readonly sectionId: SectionId; readonly instanceId: NodeId }> {
  const nodes = ids.flatMap((id) => program.node(id) ?? [])
  const [first] = nodes
  if (!first) return refused('gone')
  const { parentId, slot } = first.place
  if (nodes.some(({ place }) => place.parentId !== parentId || place.slot !== slot)) return refused('not-beside')
  const siblings = program.children(parentId, slot)
  const moving = siblings.filter((id) => nodes.some((node) => node.id === id))
  const index = siblings.indexOf(moving[0]!)
  return program.doc.transact(() => {
    const sectionId = newId<SectionId>(program.random)
    const last = [...program.index.pages.sections.keys()].at(-1)
    const lastKey = last === undefined ? undefined : rawSection(program, last)?.get('order')
    const order = orderKeyBetween(typeof lastKey === 'string' ? lastKey : undefined, undefined, program.random)
    // Versions before this one would show what is in the section on the first page: they must not open it. [M15]
    raiseVersion(program.doc)
    sectionsOf(program.doc).set(sectionId, new Y.Map<unknown>(Object.entries({ name, order: order ?? '' })))
    program.wrote(sectionId)
    const placed = insertSectionInstance(program, sectionId, { parentId, slot, index })
    if (!placed.ok) throw new Error(`The place of a new section refuses it: ${placed.reason}`)
    moveNodes(program, moving, { parentId: sectionId, slot: pageSlot, index: 0 })
    return succeeded({ sectionId, instanceId: placed.value })
  })
}

/** Of two people who rename it at once, both change the name: it merges by character. [M33] */
export function renameSection(program: Program, id: SectionId, name: string): Outcome<'gone'> {
  const map = rawSection(program, id)
  if (!map) return refused('gone')
  program.doc.transact(() => {
    setWords(map, 'name', name)
    program.wrote(id)
  })
  return done
}

/**
 * Takes a section out of what can be placed. Nothing is lost by it: where it stands, and where somebody is placing or
 * changing it at this moment, it goes on being drawn and can be detached.
 */
export function deleteSection(program: Program, id: SectionId): Outcome<'gone'> {
  const map = rawSection(program, id)
  if (!map || map.get('deleted') === true) return refused('gone')
  program.doc.transact(() => {
    map.set('deleted', true)
    program.wrote(id)
  })
  return done
}

export function restoreSection(program: Program, id: SectionId): Outcome<'gone'> {
  const map = rawSection(program, id)
  if (!map || map.get('deleted') !== true) return refused('gone')
  program.doc.transact(() => {
    map.delete('deleted')
    program.wrote(id)
  })
  return done
}

function rawSection(program: Program, id: string): Y.Map<unknown> | undefined {
  const map = sectionsOf(program.doc).get(id)
  return map instanceof Y.Map ? map : undefined
}
