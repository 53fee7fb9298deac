/**
 * Blocks on the clipboard. They travel inside ordinary HTML, which every browser lets a page write and read, as one
 * attribute of an empty element; programs that know nothing of it see the text alone. Whatever comes back was in
 * strangers' hands, so it is checked before anything else looks at it.
 */
import * as z from 'zod/mini'
import type { CopiedNode, JsonObject } from '#model/index.ts'

export interface Clip {
  /** Where it was copied: what refers to pages or the shop means something only there. */
  readonly programId: string
  readonly workspaceId: string
  /** The blocks themselves, so that a paste onto what was just copied goes behind it. */
  readonly ids: readonly string[]
  readonly nodes: readonly CopiedNode[]
}

export type ReadClip =
  | { readonly kind: 'clip'; readonly clip: Clip }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreadable' }
  /** Not from here. */
  | { readonly kind: 'foreign' }

const ATTRIBUTE = 'data-shopwright-clip'

/** Half of what one update may weigh on its way to the server, in the longest writing. */
const MOST_CHARACTERS = 1_500_000
const MOST_NODES = 3000

const props = z.record(z.string(), z.json())
const node: z.ZodMiniType<CopiedNode> = z.lazy(() =>
  z.object({
    type: z.string().check(z.minLength(1), z.maxLength(100)),
    version: z.int().check(z.minimum(1)),
    props: props as unknown as z.ZodMiniType<JsonObject>,
    sharedTexts: z.array(z.string().check(z.maxLength(200))),
    slots: z.record(z.string(), z.array(node)),
    showWhen: z.optional(props as unknown as z.ZodMiniType<JsonObject>),
    detached: z.optional(z.array(node)),
  }),
) as unknown as z.ZodMiniType<CopiedNode>

const schema = z.object({
  programId: z.string(),
  workspaceId: z.string(),
  ids: z.array(z.string()),
  nodes: z.array(node).check(z.minLength(1)),
})

/** @param text - what other programs paste */
export function htmlOfClip(clip: Clip, text: string): string {
  const lines = text.split('\n').map((line) => `<p>${escapeHtml(line)}</p>`)
  return `<meta charset="utf-8"><span ${ATTRIBUTE}="${toBase64(JSON.stringify(clip))}"></span>${lines.join('')}`
}

export function clipOfHtml(html: string): ReadClip {
  const data = new RegExp(`${ATTRIBUTE}="([A-Za-z0-9+/=]*)"`).exec(html)?.[1]
  if (data === undefined) return { kind: 'foreign' }
  if (data.length > MOST_CHARACTERS * 1.4) return { kind: 'too-large' }
  try {
    const clip = z.parse(schema, JSON.parse(fromBase64(data))) as Clip
    return countOf(clip.nodes) > MOST_NODES ? { kind: 'too-large' } : { kind: 'clip', clip }
  } catch {
    return { kind: 'unreadable' }
  }
}

/** Whether it could be pasted again; asked when copying, so that nobody finds out only later. */
export function isTooLarge({ nodes }: Clip): boolean {
  return countOf(nodes) > MOST_NODES || JSON.stringify(nodes).length > MOST_CHARACTERS
}

function countOf(nodes: readonly CopiedNode[]): number {
  return nodes.reduce(
    (sum, { slots }) => sum + 1 + Object.values(slots).reduce((all, inner) => all + countOf(inner), 0),
    0,
  )
}

function toBase64(text: string): string {
  let binary = ''
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte)
  return btoa(binary)
}

function fromBase64(data: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(data), (character) => character.charCodeAt(0)))
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
