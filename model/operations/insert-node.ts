import * as Y from 'yjs'
import type { NodeId } from '../ids.ts'
import type { JsonObject, JsonValue } from '../json.ts'
import { evenOrderKeys } from '../order-key.ts'
import { refused, succeeded } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { NodeSpec } from '../program-spec.ts'
import type { Program } from '../program.ts'
import { newId } from '../random.ts'
import type { Random } from '../random.ts'
import { isRichText, textOfValue } from '../rich-text.ts'
import { conditionKey, nodesOf, placeValue, textKey } from '../schema.ts'
import type { Place } from '../schema.ts'
import { resolveSpecValue } from '../spec-value.ts'
import type { SpecContext } from '../spec-value.ts'
import { withKnownSections } from './copy-section.ts'
import { canHold, placesAt } from './place-node.ts'
import type { Target } from './place-node.ts'

/** What the model cannot know about blocks. */
export interface BlockFacts {
  /**
   * Whether a property is a text that several people may type in at once. Only properties that the spec gives a value
   * become shared texts at creation, so give every such property, if only an empty one: made later, by two people at
   * once, one of the two texts is lost.
   */
  readonly isSharedText?: (type: string, prop: string) => boolean
  /** For specs that name no version; 1 if not told. */
  readonly versionOf?: (type: string) => number
}

/**
 * Adds a node with all that its spec holds. What the spec contains need not make sense: unknown blocks are kept.
 * @returns the new node's id, or a refusal if the parent is gone
 */
export function insertNode(
  program: Program,
  node: NodeSpec & { readonly to: Target },
  facts: BlockFacts = {},
): Outcome<'gone', NodeId> {
  const inserted = insertNodes(program, [node], node.to, facts)
  return inserted.ok ? succeeded(inserted.value[0]!) : inserted
}

/**
 * Several nodes side by side (a paste). Their keys share a prefix: two pastes at one place do not interleave.
 * A linked section that this program does not have arrives as ordinary nodes, if the spec carries them.
 * @returns their ids in order
 */
export function insertNodes(
  program: Program,
  specs: readonly NodeSpec[],
  to: Target,
  facts: BlockFacts = {},
): Outcome<'gone', readonly NodeId[]> {
  const nodes = withKnownSections(program, specs)
  if (!canHold(program, to.parentId)) return refused('gone')
  return program.doc.transact(() => {
    const places = nodes.length > 0 ? placesAt(program, to, nodes.length) : []
    const context: Creation = {
      doc: program.doc,
      facts,
      random: program.random,
      language: program.language,
      pageIdOf: (slug) => program.pages().find((page) => page.slug === slug)?.id,
      wrote: (id) => program.wrote(id),
    }
    return succeeded(nodes.map((node, at) => createNodes(context, node, places[at]!)))
  })
}

export interface Creation extends SpecContext {
  readonly doc: Y.Doc
  readonly facts: BlockFacts
  readonly random: Random
  wrote(id: NodeId): void
}

/** Writes a node and what it holds. The document must be in a transaction. */
export function createNodes(context: Creation, spec: NodeSpec, place: Place): NodeId {
  const { facts } = context
  const id = newId<NodeId>(context.random)
  const map = new Y.Map<unknown>()
  const props: { [name: string]: JsonValue } = {}
  for (const [name, raw] of Object.entries(spec.props ?? {})) {
    if (raw === undefined) continue
    const value = resolveSpecValue(raw, context)
    if ((typeof value === 'string' || isRichText(value)) && isShared(spec, name, facts))
      map.set(textKey(name), textOfValue(value))
    else props[name] = value
  }
  map.set('b', { t: spec.type, v: spec.version ?? facts.versionOf?.(spec.type) ?? 1, p: props satisfies JsonObject })
  for (const [name, value] of Object.entries(spec.showWhen ?? {})) map.set(conditionKey(name), value)
  map.set('at', placeValue(place))
  nodesOf(context.doc).set(id, map)
  context.wrote(id)
  for (const [slot, children] of Object.entries(spec.slots ?? {})) {
    const keys = evenOrderKeys(children.length)
    for (const [at, child] of children.entries()) {
      createNodes(context, child, { parentId: id, slot, key: keys[at]!, pageId: place.pageId })
    }
  }
  return id
}

function isShared(
  spec: NodeSpec & { readonly sharedTexts?: readonly string[] },
  name: string,
  facts: BlockFacts,
): boolean {
  return spec.sharedTexts?.includes(name) ?? facts.isSharedText?.(spec.type, name) ?? false
}
