import { api, queryCache, sessionKey, useQuery, type Query } from '#editor/api/index.ts'
import type { Me } from '#platform/contract/merchant.ts'

/** Who is signed in; failed with `unauthorised` when nobody is. */
export function useSession(): Query<Me> {
  return useQuery(sessionKey, api.me)
}

/** After signing in or out: nothing that belonged to the person before may stay in sight. */
export async function startSession(): Promise<void> {
  queryCache.clear()
  await queryCache.refresh(sessionKey)
}

export async function endSession(): Promise<void> {
  await api.auth.signOut()
  await startSession()
}

/** Where new programs go: the first workspace in which this person may create. */
export function homeWorkspaceOf(me: Me): string | undefined {
  return (me.workspaces.find(({ role }) => role === 'owner' || role === 'designer') ?? me.workspaces[0])?.id
}
