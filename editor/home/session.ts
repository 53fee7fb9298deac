import { api, queryCache, sessionKey, useQuery, type Query } from '#editor/api/index.ts'
import { forgetCopies } from '#editor/local/local-copy.ts'
import { rememberPerson } from '#editor/local/person.ts'
import { may } from '#platform/contract/rights.ts'
import type { Me } from '#platform/contract/merchant.ts'

/** Who is signed in; failed with `unauthorised` when nobody is. */
export function useSession(): Query<Me> {
  return useQuery(sessionKey, async () => {
    const me = await api.me()
    rememberPerson(me.user.id)
    return me
  })
}

/** After signing in or out: nothing that belonged to the person before may stay in sight. */
export async function startSession(): Promise<void> {
  queryCache.clear()
  await queryCache.refresh(sessionKey)
}

/**
 * Signs out, and takes what this browser kept of the person's programs with it.
 * @param keeps - leaves it for when they sign in here again
 */
export async function endSession({ user }: Me, keeps = false): Promise<void> {
  await api.auth.signOut()
  rememberPerson(undefined)
  if (!keeps) await forgetCopies(user.id).catch(() => undefined)
  await startSession()
}

/** Where new programs go: the first workspace in which this person may create. */
export function homeWorkspaceOf(me: Me): string | undefined {
  return (me.workspaces.find(({ role }) => may(role, 'manage')) ?? me.workspaces[0])?.id
}
