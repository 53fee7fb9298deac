import { z } from 'zod/mini'
import * as contract from '#platform/contract/people.ts'
import type { InviteInput, Role } from '#platform/contract/people.ts'
import { merchantPaths as paths } from '#platform/contract/routes.ts'
import type { Request } from './request.ts'

/** A whole workspace, or one program of it. */
export type PeopleScope = { readonly workspaceId: string } | { readonly programId: string }

/** People, roles and invitations. */
export function createPeopleApi(request: Request) {
  return {
    list: (scope: PeopleScope) => request(contract.peopleList, pathsOf(scope).people),
    everybody: (workspaceId: string) => request(contract.everybody, paths.everybody(workspaceId)),
    invite: (scope: PeopleScope, input: InviteInput) =>
      request(contract.inviteResult, pathsOf(scope).invitations, { method: 'POST', body: input }),
    revoke: (scope: PeopleScope, invitationId: string) =>
      request(contract.peopleList, pathsOf(scope).invitation(invitationId), { method: 'DELETE', body: {} }),
    changeRole: (scope: PeopleScope, userId: string, role: Role) =>
      request(contract.peopleList, pathsOf(scope).person(userId), { method: 'PATCH', body: { role } }),
    /** Oneself: leaves. */
    remove: (scope: PeopleScope, userId: string) =>
      request(z.unknown(), pathsOf(scope).person(userId), { method: 'DELETE', body: {} }),
    invitedTo: (key: string) => request(contract.invitedTo, paths.invited(key)),
    accept: (key: string) => request(contract.invitedTo, paths.acceptInvitation(key), { method: 'POST', body: {} }),
  }
}

function pathsOf(scope: PeopleScope) {
  return 'programId' in scope
    ? {
        people: paths.people(scope.programId),
        invitations: paths.invitations(scope.programId),
        person: (userId: string) => paths.person(scope.programId, userId),
        invitation: (invitationId: string) => paths.invitation(scope.programId, invitationId),
      }
    : {
        people: paths.workspacePeople(scope.workspaceId),
        invitations: paths.workspaceInvitations(scope.workspaceId),
        person: (userId: string) => paths.workspacePerson(scope.workspaceId, userId),
        invitation: (invitationId: string) => paths.workspaceInvitation(scope.workspaceId, invitationId),
      }
}
