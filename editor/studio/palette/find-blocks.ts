import type { BlockDefinition } from '#components/kit/define-block.ts'

/** Blocks whose name, description or type has every word of the search, in either language. */
export function findBlocks(blocks: readonly BlockDefinition[], search: string): readonly BlockDefinition[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean)
  return blocks.filter(({ type, label, description }) => {
    const said = [type, ...Object.values(label), ...Object.values(description)].join(' ').toLowerCase()
    return wanted.every((word) => said.includes(word))
  })
}
