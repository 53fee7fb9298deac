import type { Capability } from '#model/capabilities.ts'
import type { CompiledProgram } from '#model/compiled-program.ts'
import { capabilityTable } from '#components/kit/capabilities.ts'
import { requestedCapabilities } from '../requested-capabilities.ts'

/** The capabilities that this program requests, each with the reason in its language. */
export function requestedPermissions(program: CompiledProgram): readonly { name: Capability; reason: string }[] {
  const names = requestedCapabilities(program.pages.filter(({ hidden }) => !hidden))
  const language = program.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
  return [...names].toSorted().map((name) => ({ name, reason: capabilityTable[name].reason[language] }))
}
