import { z } from 'zod/mini'
import { anyone, memberOfProgram, memberOfWorkspace, signedIn } from '../accounts/access.ts'
import type { WorkspaceSubject } from '../accounts/access.ts'
import { attemptKey } from '../accounts/auth.ts'
import { limitAttempts } from '../accounts/limit-attempts.ts'
import { program } from '../contract/merchant.ts'
import { changeRoleInput, everybody, invitedTo, inviteInput, inviteResult, peopleList } from '../contract/people.ts'
import type { InviteInput, InviteResult, PeopleList } from '../contract/people.ts'
import { may } from '../contract/rights.ts'
import type { Right } from '../contract/rights.ts'
import { merchantPaths } from '../contract/routes.ts'
import { withTenant } from '../db/database.ts'
import { created, defineRoute } from '../http/define-route.ts'
import type { Access, Route } from '../http/define-route.ts'
import { Failure } from '../http/failure.ts'
import type { Services } from '../services.ts'
import { changeRole, removePerson } from './change-people.ts'
import { invitationLetter } from './invitation-letter.ts'
import { acceptInvitation, createInvitation, readInvitation, revokeInvitation } from './invitations.ts'
import { loadAllPrograms } from './load-all-programs.ts'
import { loadEverybody, loadInvitationsAnywhere } from './load-everybody.ts'
import { loadInvitations, loadPeople } from './load-people.ts'
import type { PeopleScope } from './scope.ts'

const invitationsPerWorkspace = { most: 100, windowSeconds: 60 * 60 }
const keysPerAddress = { most: 120, windowSeconds: 60 * 60 }

type Subject = WorkspaceSubject & PeopleScope

/** The same five routes for a workspace and for one program of it. */
function routesOf<Params extends object>(
  where: 'workspace' | 'program',
  paths: { people: string; person: string; invitations: string; invitation: string },
  access: (right: Right) => Access<Subject, Params>,
): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: paths.people,
      summary: `Who belongs to a ${where}, and the invitations to it that are open`,
      answer: peopleList,
      access: access('read') as Access<Subject, object>,
      handle: ({ subject }, services) => presentPeople(services, subject),
    }),
    defineRoute({
      method: 'PATCH',
      path: paths.person,
      summary: `Changes what somebody is in a ${where}; their sockets open anew with it`,
      input: changeRoleInput,
      answer: peopleList,
      access: access('people') as Access<Subject, object>,
      async handle({ params, input, subject }, services) {
        await changeRole(services, subject, { userId: userIdIn(params), by: subject.person.id }, input.role)
        return presentPeople(services, subject)
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: paths.person,
      summary: `Removes somebody from a ${where}, or leaves it; their sockets close at once`,
      access: access('read') as Access<Subject, object>,
      async handle({ params, subject }, services) {
        const userId = userIdIn(params)
        const isOneself = userId === subject.person.id
        if (!isOneself && !may(subject.role, 'people'))
          throw new Failure('forbidden', `The role "${subject.role}" does not include "people"`)
        await removePerson(services, subject, { userId, by: subject.person.id })
        return isOneself ? {} : presentPeople(services, subject)
      },
    }),
    defineRoute({
      method: 'POST',
      path: paths.invitations,
      summary: `Invites to a ${where}: by a link, or by a letter when a mail server is set`,
      input: inviteInput,
      answer: inviteResult,
      access: access('people') as Access<Subject, object>,
      async handle({ input, subject }, services) {
        return created(await invite(services, subject, input))
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: paths.invitation,
      summary: `Takes an invitation to a ${where} back`,
      answer: peopleList,
      access: access('people') as Access<Subject, object>,
      async handle({ params, subject }, services) {
        await revokeInvitation(services, subject, subject.person, namedIn(params, 'invitationId'))
        return presentPeople(services, subject)
      },
    }),
  ]
}

const ofWorkspace = routesOf(
  'workspace',
  {
    people: merchantPaths.workspacePeople(':workspaceId'),
    person: merchantPaths.workspacePerson(':workspaceId', ':userId'),
    invitations: merchantPaths.workspaceInvitations(':workspaceId'),
    invitation: merchantPaths.workspaceInvitation(':workspaceId', ':invitationId'),
  },
  memberOfWorkspace,
)

const ofProgram = routesOf(
  'program',
  {
    people: merchantPaths.people(':programId'),
    person: merchantPaths.person(':programId', ':userId'),
    invitations: merchantPaths.invitations(':programId'),
    invitation: merchantPaths.invitation(':programId', ':invitationId'),
  },
  memberOfProgram,
)

const listEverybody = defineRoute({
  method: 'GET',
  path: merchantPaths.everybody(':workspaceId'),
  summary: 'Members of a workspace and guests of its programs, what they are where, when they were last here',
  answer: everybody,
  access: memberOfWorkspace('people'),
  handle: ({ subject: { tenantId, person } }, services) =>
    withTenant(services.db, tenantId, async (tx) => ({
      people: await loadEverybody(tx, tenantId, person.id),
      invitations: await loadInvitationsAnywhere(tx, services, tenantId),
      canMail: services.mailer !== undefined,
    })),
})

const listAllPrograms = defineRoute({
  method: 'GET',
  path: merchantPaths.allPrograms,
  summary: 'Every program that one may see, of own workspaces and as a guest, last changed first',
  answer: z.array(program),
  access: signedIn,
  handle: ({ subject }, services) => loadAllPrograms(services, subject),
})

const read = defineRoute({
  method: 'GET',
  path: merchantPaths.invited(':key'),
  summary: 'What an invitation is to, for whoever has its link',
  answer: invitedTo,
  access: anyone,
  async handle({ params: { key }, request }, services) {
    await limitKeys(services, request.clientAddress)
    return readInvitation(services, key, await services.auth.findSignedIn(request.raw.headers))
  },
})

const accept = defineRoute({
  method: 'POST',
  path: merchantPaths.acceptInvitation(':key'),
  summary: 'Joins by an invitation; who is in already stays as they are',
  answer: invitedTo,
  access: signedIn,
  async handle({ params: { key }, subject: person, request }, services) {
    await limitKeys(services, request.clientAddress)
    return acceptInvitation(services, key, person)
  },
})

export const peopleRoutes: readonly Route[] = [
  ...ofWorkspace,
  ...ofProgram,
  listEverybody,
  listAllPrograms,
  read,
  accept,
]

async function presentPeople(services: Services, subject: Subject): Promise<PeopleList> {
  return withTenant(services.db, subject.tenantId, async (tx) => ({
    people: await loadPeople(tx, subject, subject),
    invitations: may(subject.role, 'people') ? await loadInvitations(tx, services, subject) : [],
    canMail: services.mailer !== undefined,
  }))
}

/** The letter leaves after the commit: no transaction waits for a mail server, and an invitation stands without one. */
async function invite(services: Services, subject: Subject, input: InviteInput): Promise<InviteResult> {
  await limitAttempts(services.db, attemptKey(services.secret, 'invite', subject.tenantId), invitationsPerWorkspace)
  const invitation = await createInvitation(services, subject, subject.person, input)
  if (!services.mailer || !invitation.email) return { invitation, mail: 'none' }
  const key = invitation.link.slice(invitation.link.lastIndexOf('/') + 1)
  const { program: to, workspaceName } = await readInvitation(services, key)
  try {
    await services.mailer.send(invitationLetter(invitation, to?.name ?? workspaceName, input.language ?? 'en'))
    return { invitation, mail: 'sent' }
  } catch (error) {
    services.log({ event: 'mail-failed', error: error instanceof Error ? error.name : 'unknown' })
    return { invitation, mail: 'failed' }
  }
}

async function limitKeys({ db, secret }: Services, clientAddress: string): Promise<void> {
  await limitAttempts(db, attemptKey(secret, 'invitation', clientAddress), keysPerAddress)
}

const userIdIn = (params: object): string => namedIn(params, 'userId')

function namedIn(params: object, name: string): string {
  const value = Object.entries(params).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : ''
}
