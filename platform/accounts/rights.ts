import type { Role } from '../contract/merchant.ts'

/** What a member of a workspace may be allowed to do with its programs. */
export type Right =
  /** See the program, its pages, releases and catalogue. */
  | 'read'
  /** Change pages, pictures, dishes and prices. */
  | 'edit'
  /** Make a release live. */
  | 'publish'
  /** Orders, bookings, members, settings: the customers' side, with what they told about themselves. */
  | 'run-shop'
  /** Create and rename programs. */
  | 'manage'

/** The one table that decides; checks on the server and what the editor shows both follow it. */
const rightsOf: { readonly [R in Role]: readonly Right[] } = {
  owner: ['read', 'edit', 'publish', 'run-shop', 'manage'],
  designer: ['read', 'edit', 'publish'],
  editor: ['read', 'edit', 'run-shop'],
  viewer: ['read'],
}

export function may(role: Role, right: Right): boolean {
  return rightsOf[role].includes(right)
}
