import type { PictureValue } from '#components/kit/fields.ts'
import { setProp, type NodeId, type Program } from '#model/index.ts'
import { selecting } from '#editor/state/selection.ts'
import { leadOf } from '#editor/state/selection.ts'
import { dropTreeOf, placeForNew, type To } from '../commands/structure.ts'
import type { Blocks } from '../session/blocks.ts'
import { insertBlock } from '../session/block-facts.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { picturesOf } from './pictures-of.ts'
import { valueOf, writePictureValue } from './picture-value.ts'

/** Where pictures go: into a place, or first into the picture field of a block and the rest behind it. */
export type PicturePlace = { readonly into: To } | { readonly replace: NodeId }

/** The session's parts that this works with. */
type Into = Pick<StudioSession, 'program' | 'blocks' | 'view' | 'map' | 'edit'>

/**
 * Uploads files and places what arrived: pasted, or dropped on the canvas. All of them are one edit, made when the last
 * has arrived; the place is remembered by its neighbour, since others edit meanwhile. Refusals and failures are told by
 * the list of uploads, where what failed can be tried again.
 * @param place - absent: behind the selection, like any block that is added
 */
export async function insertPictureFiles(
  session: StudioSession,
  files: readonly File[],
  place?: PicturePlace,
): Promise<void> {
  if (!session.canEdit || files.length === 0) return
  const find = rememberPlace(session, place ?? { into: placeOfNew(session) })
  await picturesOf(session).uploads.add(files, (pictures) => insertPictures(session, pictures.map(valueOf), find()))
}

/** As one undo step. What was placed is selected, so that its form asks what it shows. */
export function insertPictures(session: Into, pictures: readonly PictureValue[], place?: PicturePlace): void {
  const at = place ?? { into: placeOfNew(session) }
  let selected: NodeId | undefined
  session.edit('replace' in at ? 'replace-picture' : 'insert-pictures', (program) => {
    const rest = [...pictures]
    if ('replace' in at) {
      const [first] = rest.splice(0, 1)
      if (first && replacePicture(program, session.blocks, at.replace, first)) selected = at.replace
    }
    let to = 'replace' in at ? placeBehind(session, at.replace) : at.into
    for (const picture of rest) {
      const inserted = insertBlock(program, session.blocks, 'image', to)
      if (!inserted.ok) continue
      setProp(program, inserted.value, 'picture', writePictureValue(picture))
      selected = inserted.value
      to = { ...to, index: to.index + 1 }
    }
  })
  if (selected !== undefined) session.view.setState(selecting(selected))
}

/** The property that holds a block's one picture; undefined for blocks without, and for those with lists of them. */
export function pictureFieldOf(program: Program, blocks: Blocks, id: NodeId): string | undefined {
  const fields = blocks.find(program.node(id)?.type ?? '')?.fields ?? {}
  return Object.keys(fields).find((name) => fields[name]?.kind === 'picture')
}

function replacePicture(program: Program, blocks: Blocks, id: NodeId, picture: PictureValue): boolean {
  const prop = pictureFieldOf(program, blocks, id)
  if (prop === undefined) return false
  setProp(program, id, prop, writePictureValue(picture))
  return true
}

/** @returns the place as it is when asked: at the same neighbour, or at the end of the page when all that is gone */
function rememberPlace(session: Into, place: PicturePlace): () => PicturePlace {
  const { program } = session
  if ('replace' in place) return () => (program.has(place.replace) ? place : { into: placeOfNew(session) })
  const { parentId, slot, index } = place.into
  const next = program.children(parentId, slot)[index]
  return () => {
    if (!program.has(parentId)) return { into: placeOfNew(session) }
    const siblings = program.children(parentId, slot)
    const at = next === undefined ? siblings.length : siblings.indexOf(next)
    return { into: { parentId, slot, index: at === -1 ? Math.min(index, siblings.length) : at } }
  }
}

function placeBehind(session: Into, id: NodeId): To {
  const { program } = session
  const place = program.node(id)?.place
  if (!place) return placeOfNew(session)
  return { ...place, index: program.children(place.parentId, place.slot).indexOf(id) + 1 }
}

function placeOfNew({ program, blocks, view, map }: Into): To {
  const state = view.getState()
  const pageId = state.pageId ?? program.pages()[0]!.id
  return placeForNew(dropTreeOf(program, blocks, pageId, map), program, leadOf(state), 'image')
}
