/** A compiled program as a release keeps it: with the version of each of its blocks, since blocks go on changing. */
import type { CompiledNode, CompiledPage, CompiledProgram } from '#model/compiled-program.ts'
import { definitions as allDefinitions } from '#components/definitions.ts'
import { codeBlocksOf, withCodeBlocks } from './code-blocks/code-definitions.ts'
import { compileNode, type Definitions } from './compile-node.ts'

export interface ReleasedProgram extends CompiledProgram {
  /** By block type: the version that properties in this release have. A type that is absent is at its first version. */
  readonly blockVersions?: { readonly [type: string]: number }
}

/** Notes the versions of the blocks that a program was just compiled with. */
export function writeReleased(program: CompiledProgram, definitions: Definitions = allDefinitions): ReleasedProgram {
  const types = new Set(program.pages.flatMap(({ nodes }) => Object.values(nodes).map(({ type }) => type)))
  const versions = [...types].toSorted().flatMap((type) => {
    const version = Object.hasOwn(definitions, type) ? definitions[type]?.version : undefined
    return version === undefined ? [] : [[type, version] as const]
  })
  return { ...program, blockVersions: Object.fromEntries(versions) }
}

/**
 * A release as the blocks of today draw it: old properties are upgraded and each is checked against its field, so what a
 * view gets always fits it. A block that cannot be brought up to date is a box, as it would be on the canvas.
 */
export function readReleased(
  { blockVersions = {}, ...program }: ReleasedProgram,
  definitions: Definitions = allDefinitions,
): CompiledProgram {
  const known = withCodeBlocks(definitions, codeBlocksOf(program))
  const pages = program.pages.map((page) => readPage(page, blockVersions, known))
  return { ...program, pages }
}

function readPage(
  page: CompiledPage,
  versions: NonNullable<ReleasedProgram['blockVersions']>,
  definitions: Definitions,
): CompiledPage {
  const nodes = Object.entries(page.nodes).map(([id, node]) => {
    const version = Object.hasOwn(versions, node.type) ? versions[node.type] : undefined
    return [id, readNode(node, version ?? 1, definitions)] as const
  })
  return { ...page, nodes: Object.fromEntries(nodes) }
}

function readNode(node: CompiledNode, version: number, definitions: Definitions): CompiledNode {
  // It was published as a box, with properties of whatever version nobody could read.
  if (node.problem && node.problem.code !== 'bad-props') return node
  const { id, type, props, slots, showWhen, problem } = node
  const read = compileNode({ id, type, version, props, showWhen: showWhen && { ...showWhen } }, slots, definitions)
  return problem && !read.problem ? { ...read, problem } : read
}
