/** People of a workspace or a program, and invitations to them. */
import { z } from 'zod/mini'

export const role = z.enum(['owner', 'designer', 'editor', 'viewer'])
export type Role = z.infer<typeof role>

export const personInList = z.object({
  id: z.string(),
  name: z.string(),
  /** Null for those who may not invite: an address is shown to nobody who does not need it. */
  email: z.nullable(z.string()),
  role,
  /** Where the role comes from: `program` says another than the workspace, or makes a guest. */
  from: z.enum(['workspace', 'program']),
  isYou: z.boolean(),
  joinedAtIso: z.string(),
})
export type PersonInList = z.infer<typeof personInList>

export const pendingInvitation = z.object({
  id: z.string(),
  role,
  email: z.nullable(z.string()),
  mostUses: z.int(),
  uses: z.int(),
  expiresAtIso: z.string(),
  invitedBy: z.string(),
  /** To be copied and passed on. */
  link: z.string(),
})
export type PendingInvitation = z.infer<typeof pendingInvitation>

export const peopleList = z.object({
  people: z.array(personInList),
  /** Empty for those who may not invite. */
  invitations: z.array(pendingInvitation),
  /** Whether invitations can be sent from here; else their links are passed on by hand. */
  canMail: z.boolean(),
})
export type PeopleList = z.infer<typeof peopleList>

export const invitationAnywhere = z.extend(pendingInvitation, {
  /** Null: into the whole workspace. */
  program: z.nullable(z.object({ id: z.string(), name: z.string() })),
})
export type InvitationAnywhere = z.infer<typeof invitationAnywhere>

/** Everybody who has a role in a workspace or in one of its programs, for its owners. */
export const everybody = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** Null for people of the demo, who have none. */
      email: z.nullable(z.string()),
      isYou: z.boolean(),
      /** In the whole workspace; null for guests of single programs. */
      role: z.nullable(role),
      /** Where they are something else, or a guest. */
      programs: z.array(z.object({ programId: z.string(), name: z.string(), role })),
      joinedAtIso: z.string(),
      /** When they last had a program of it open; null for never since it is noted. */
      lastSeenAtIso: z.nullable(z.string()),
    }),
  ),
  invitations: z.array(invitationAnywhere),
  canMail: z.boolean(),
})
export type Everybody = z.infer<typeof everybody>

export const inviteInput = z.strictObject({
  role,
  /** Absent makes a link to pass on. */
  email: z.optional(z.email().check(z.maxLength(320))),
  /** How many people may join by it; one when it goes to an address. */
  mostUses: z.optional(z.int().check(z.gte(1), z.lte(100))),
  days: z.optional(z.int().check(z.gte(1), z.lte(30))),
  /** The letter is written in it. */
  language: z.optional(z.enum(['zh-CN', 'en'])),
})
export type InviteInput = z.infer<typeof inviteInput>

export const inviteResult = z.object({
  invitation: pendingInvitation,
  /** `sent` by mail; `failed`: the mail server refused; `none`: there is no mail server, or no address. */
  mail: z.enum(['sent', 'failed', 'none']),
})
export type InviteResult = z.infer<typeof inviteResult>

export const changeRoleInput = z.strictObject({ role })

/** What whoever has the link learns before they join. */
export const invitedTo = z.object({
  /** `used`: as many have joined as may. `past`: too late. `revoked`: taken back. */
  state: z.enum(['open', 'used', 'past', 'revoked']),
  role,
  workspaceName: z.string(),
  /** Null: into the whole workspace. */
  program: z.nullable(z.object({ id: z.string(), name: z.string() })),
  invitedBy: z.string(),
  /** Who reads this is in already, as this. */
  isMemberAs: z.nullable(role),
})
export type InvitedTo = z.infer<typeof invitedTo>
