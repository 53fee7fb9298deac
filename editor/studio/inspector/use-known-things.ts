import { useMemo } from 'react'
import { useStore } from 'zustand'
import { usePages, useSession } from '../session/use-session.tsx'
import type { KnownThings } from '#compiler/checks/check-field.ts'

/** What the values of fields are held against, as far as it has arrived. */
export function useKnownThings(): KnownThings {
  const pages = usePages()
  const shop = useStore(useSession().shop, (state) => state.data)
  return useMemo(
    () => ({
      pageIds: pages.map(({ id }) => id),
      serviceIds: shop?.services.map(({ id }) => id),
      categoryIds: shop?.menu.categories.map(({ id }) => id),
      dishIds: shop?.menu.dishes.map(({ id }) => id),
      couponIds: shop?.coupons.map(({ id }) => id),
      nowMs: Date.now(),
    }),
    [pages, shop],
  )
}
