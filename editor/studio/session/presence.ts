import { z } from 'zod/mini'
import type { NodeId, PageId } from '#model/ids.ts'

/** Somebody else in this program, as far as they told. */
export interface Peer {
  readonly clientId: number
  readonly name: string
  readonly colour: string
  readonly pageId: PageId | undefined
  readonly selected: NodeId | undefined
}

/** One person, however many windows they have open. */
export interface Person {
  readonly name: string
  readonly colour: string
}

/** Apart from each other and from the selection's own blue; white letters are read on all of them. The server gives each person a number. */
export const peerColours = [
  '#c2410c',
  '#0f766e',
  '#7c3aed',
  '#be185d',
  '#15803d',
  '#92580c',
  '#b91c1c',
  '#0e7490',
  '#a21caf',
  '#475569',
] as const

// `user` is stamped by the server, `view` is what the other tab says of itself: read with care.
const presence = z.object({
  user: z.object({ id: z.string(), name: z.string(), colour: z.int() }),
  view: z.optional(z.object({ pageId: z.optional(z.string()), selected: z.optional(z.string()) })),
})

/** What one tab tells the others. */
export interface OwnView {
  readonly pageId: PageId | undefined
  readonly selected: NodeId | undefined
}

export function readPeers(states: ReadonlyMap<number, unknown>, ownClientId: number): readonly Peer[] {
  const peers: Peer[] = []
  for (const [clientId, state] of states) {
    const read = clientId === ownClientId ? undefined : presence.safeParse(state)
    if (!read?.success) continue
    const { user, view } = read.data
    peers.push({
      clientId,
      name: user.name,
      colour: colourOf(user.colour),
      pageId: view?.pageId as PageId | undefined,
      selected: view?.selected as NodeId | undefined,
    })
  }
  return peers.sort((a, b) => a.clientId - b.clientId)
}

/** Everybody here but oneself, each person once. */
export function readPeople(
  states: ReadonlyMap<number, unknown>,
  ownClientId: number,
  ownUserId: string,
): readonly Person[] {
  const people = new Map<string, Person>()
  for (const [clientId, state] of [...states].sort(([a], [b]) => a - b)) {
    const user = clientId === ownClientId ? undefined : presence.safeParse(state).data?.user
    if (user && user.id !== ownUserId && !people.has(user.id))
      people.set(user.id, { name: user.name, colour: colourOf(user.colour) })
  }
  return [...people.values()]
}

function colourOf(number: number): string {
  const colours: readonly string[] = peerColours
  return colours[Math.abs(number) % colours.length] ?? peerColours[0]
}
