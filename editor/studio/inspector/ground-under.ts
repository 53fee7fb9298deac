import type { NodeId, Program } from '#model/index.ts'

type Colours = { readonly ground: string; readonly card: string }

/**
 * The colour a block stands on, for what is written on it: the nearest container with a ground of its own, else the
 * page's. Undefined where that is a colour of the theme other than ground and card, which brings its own ink.
 */
export function groundUnder(program: Program, id: NodeId, colours: Colours): string | undefined {
  for (let at = program.node(id)?.place.parentId; at !== undefined;) {
    const container = program.node(at as NodeId)
    if (!container) break
    const own = container.props.background
    if (typeof own === 'string' && own.startsWith('#')) return own
    if (own === 'theme:card' || (!own && container.props.shape === 'card')) return colours.card
    if (typeof own === 'string' && own !== '' && own !== 'theme:ground') return undefined
    if (own === 'theme:ground') return colours.ground
    at = container.place.parentId
  }
  return colours.ground
}
