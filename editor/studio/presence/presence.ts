import { z } from 'zod/mini'
import type { NodeId, PageId } from '#model/ids.ts'
import type { CodeCaret } from '../code-blocks/code-caret.ts'
import { peerColours } from '#editor/people/hues.ts'
import { phoneUserPrefix } from '#platform/contract/phone-preview.ts'

/**
 * A place on the page that is the same one in every window, whatever its zoom and the width of its phone: in a block, in
 * parts of that block's box, or on the bare page, in parts of its width and pixels from its top.
 */
export interface PagePoint {
  readonly nodeId?: NodeId
  readonly x: number
  readonly y: number
}

/** The text or setting that somebody is in. */
export interface TypedField {
  readonly nodeId: NodeId
  readonly prop: string
}

/** What one tab tells the others. */
export interface OwnView {
  readonly pageId?: PageId
  /** At most {@link mostShown}. */
  readonly selection: readonly NodeId[]
  readonly typing?: TypedField
  /** Where their caret is in the code of a block. */
  readonly code?: CodeCaret
  /** Nothing was touched for a while, or the tab is not in sight. */
  readonly isAway?: boolean
  /** Where the pointer is on the canvas. */
  readonly pointer?: PagePoint
  /** What stands at the upper edge of the canvas, for those who follow. */
  readonly top?: PagePoint
}

/** Somebody else in this program, as far as they told. */
export interface Peer extends OwnView {
  readonly clientId: number
  readonly userId: string
  readonly name: string
  readonly colour: string
}

/** One person, however many windows they have open. */
export interface Person {
  readonly userId: string
  readonly name: string
  readonly colour: string
  /** In none of their windows. */
  readonly isAway: boolean
}

/** So many of somebody's chosen blocks are told to the others. */
export const mostShown = 50

/** A position in a shared text, as it is told. */
const mostCaret = 300

const pagePoint = z.object({ nodeId: z.optional(z.string()), x: z.number(), y: z.number() })

// `user` is stamped by the server, `view` is what the other tab says of itself: read with care.
const presence = z.object({
  user: z.object({ id: z.string(), name: z.string(), colour: z.int() }),
  view: z.optional(
    z.object({
      pageId: z.optional(z.string()),
      selection: z.optional(z.array(z.string()).check(z.maxLength(mostShown))),
      typing: z.optional(z.object({ nodeId: z.string(), prop: z.string() })),
      code: z.optional(
        z.object({
          blockId: z.string(),
          anchor: z.string().check(z.maxLength(mostCaret)),
          head: z.string().check(z.maxLength(mostCaret)),
        }),
      ),
      isAway: z.optional(z.boolean()),
      pointer: z.optional(pagePoint),
      top: z.optional(pagePoint),
    }),
  ),
})

/** The others, those who came first at the front. States that are not what a tab of ours says are passed over. */
export function readPeers(states: ReadonlyMap<number, unknown>, ownClientId: number): readonly Peer[] {
  const peers: Peer[] = []
  for (const [clientId, state] of states) {
    const read = clientId === ownClientId ? undefined : presence.safeParse(state)
    if (!read?.success || isPhone(read.data.user.id)) continue
    const { user, view } = read.data
    peers.push({
      ...(view as Partial<OwnView> | undefined),
      selection: (view?.selection ?? []).map((id) => id as NodeId),
      clientId,
      userId: user.id,
      name: user.name,
      colour: colourOf(user.colour),
    })
  }
  return peers.sort((a, b) => a.clientId - b.clientId)
}

/** Everybody here but oneself, each person once. */
export function peopleOf(peers: readonly Peer[], ownUserId: string): readonly Person[] {
  const people = new Map<string, Person>()
  for (const { userId, name, colour, isAway = false } of peers) {
    if (userId === ownUserId) continue
    const known = people.get(userId)
    people.set(userId, { userId, name, colour, isAway: isAway && (known?.isAway ?? true) })
  }
  return [...people.values()]
}

/** The window to look at when somebody follows this person: one they are in rather than one they left open. */
export function windowOf(peers: readonly Peer[], userId: string): Peer | undefined {
  const theirs = peers.filter((peer) => peer.userId === userId)
  return theirs.find(({ isAway }) => !isAway) ?? theirs[0]
}

/** How many phones watch by a code of the phone preview. */
export function countPhones(states: ReadonlyMap<number, unknown>, previewId: string): number {
  return [...states.values()].filter((state) => presence.safeParse(state).data?.user.id === phoneUserPrefix + previewId)
    .length
}

/** The page that somebody looks at in the tab that told last, as far as their tabs tell. */
export function pageOfUser(states: ReadonlyMap<number, unknown>, userId: string): PageId | undefined {
  for (const state of [...states.values()].toReversed()) {
    const read = presence.safeParse(state).data
    if (read?.user.id === userId && read.view?.pageId !== undefined) return read.view.pageId as PageId
  }
  return undefined
}

function isPhone(userId: string): boolean {
  return userId.startsWith(phoneUserPrefix)
}

/** The server gives each person a number. */
function colourOf(number: number): string {
  const colours: readonly string[] = peerColours
  return colours[Math.abs(number) % colours.length] ?? peerColours[0]
}
