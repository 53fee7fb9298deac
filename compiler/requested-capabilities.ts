import type { Capability } from '#model/capabilities.ts'
import type { CompiledProgram } from '#model/compiled-program.ts'
import { findDefinition } from '#components/definitions.ts'
import { capabilitiesOf } from '#components/kit/capabilities.ts'

/**
 * What the blocks on these pages need: a program's manifest, as far as it decides about something. Pages that visitors
 * cannot open request nothing; whoever asks leaves them out.
 */
export function requestedCapabilities(
  pages: readonly Pick<CompiledProgram['pages'][number], 'nodes'>[],
): ReadonlySet<Capability> {
  const types = new Set(pages.flatMap(({ nodes }) => Object.values(nodes).map(({ type }) => type)))
  return new Set([...types].flatMap((type) => capabilitiesOf(findDefinition(type) ?? unknown)))
}

const unknown = { visitorData: [] }
