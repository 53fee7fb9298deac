import type { Role } from './people.ts'

/** What a person may be allowed to do in a program, or in all programs of a workspace. */
export type Right =
  /** See the program, its pages, releases and catalogue. */
  | 'read'
  /** Say something about a block or a page, and ask for a change. */
  | 'comment'
  /** Change pages, pictures, dishes and prices, as far as locks and the content-only mode let them. */
  | 'edit'
  /** Lock fields, blocks and the whole structure; change what is locked. */
  | 'lock'
  /** Make a release live. */
  | 'publish'
  /** Orders, bookings, members, settings: the customers' side, with what they told about themselves. */
  | 'run-shop'
  /** Create and rename programs. */
  | 'manage'
  /** Invite people, change what they may do, remove them. */
  | 'people'

/**
 * The one table that decides: routes, the collaboration server and the editor follow it. `docs/access.md` shows it and a
 * test compares the two.
 */
export const rightsOf: { readonly [R in Role]: readonly Right[] } = {
  owner: ['read', 'comment', 'edit', 'lock', 'publish', 'run-shop', 'manage', 'people'],
  designer: ['read', 'comment', 'edit', 'lock', 'publish'],
  editor: ['read', 'comment', 'edit', 'run-shop'],
  viewer: ['read', 'comment'],
}

export function may(role: Role, right: Right): boolean {
  return rightsOf[role].includes(right)
}

/**
 * What somebody is in one program: what was said for that program, else what they are in the workspace. Owners of the
 * workspace are owners everywhere.
 */
export function roleInProgram(inWorkspace: Role | undefined, inProgram: Role | undefined): Role | undefined {
  return inWorkspace === 'owner' ? 'owner' : (inProgram ?? inWorkspace)
}
