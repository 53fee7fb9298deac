import type { Membership } from '#model/shop/members.ts'
import type { Loadable } from '#components/kit/view.ts'
import type { MemberParts } from './member-parts.ts'

/** Read by the inline script of the next page, before anything is seen. */
export const memberKey = 'sw:member'

export interface AudienceOptions {
  readonly document: Document
  readonly storage: () => Storage
  /** Asks the shop for what members get of this page; undefined when there is nothing, or no answer. */
  load(): Promise<MemberParts | undefined>
  /** Draws it into the places that wait for it. */
  show(parts: MemberParts): Promise<void>
}

export interface Audience {
  /** The visitor's card arrived, or came to be: somebody who joins on this page sees at once what members see. */
  know(card: Loadable<Membership | null>): void
}

/** Shows each visitor what is for them. The shop decides who gets what; this only asks. */
export function createAudience({ document, storage, load, show }: AudienceOptions): Audience {
  let isShown = false
  return {
    know(card) {
      if (card.status !== 'ready') return
      const isMember = card.value !== null
      document.documentElement.toggleAttribute('data-member', isMember)
      try {
        if (isMember) storage().setItem(memberKey, '1')
        else storage().removeItem(memberKey)
      } catch {
        // Closed to us: the next page learns it a moment later.
      }
      if (!isMember || isShown || !document.querySelector('[data-part]')) return
      isShown = true
      load()
        .then((parts) => parts && show(parts))
        .catch(() => (isShown = false))
    },
  }
}
