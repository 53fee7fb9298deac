import { readReleased } from '#compiler/released-program.ts'
import type { CompiledProgram } from '#model/compiled-program.ts'
import { api } from '#editor/api/index.ts'

/** The program of a release as this editor's blocks draw it, to look at or compare with. */
export async function loadRelease(programId: string, releaseId: string): Promise<CompiledProgram> {
  return readReleased(await api.releasedProgram(programId, releaseId))
}
