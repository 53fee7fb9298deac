import { api, useQuery } from '#editor/api/index.ts'
import type { Version, Versions } from '#platform/contract/history.ts'
import { useSession } from '../session/use-session.tsx'

/** The newest first. */
export function useVersions() {
  const { facts } = useSession()
  return useQuery<Versions>(`history/${facts.id}`, () => api.history.list(facts.id))
}

/** The version that holds what was there when the update of that number was the newest. */
export function versionAt(versions: readonly Version[], seq: number): Version | undefined {
  return versions.find((version) => version.seq <= seq) ?? versions.at(-1)
}
