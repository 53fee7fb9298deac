import { useMemo } from 'react'
import { useStore } from 'zustand'
import { usePages, useSession } from '../session/use-session.tsx'
import type { KnownThings } from './check-field.ts'

export function useKnownThings(): KnownThings {
  const pages = usePages()
  const shop = useStore(useSession().shop, (state) => state.data)
  return useMemo(
    () => ({
      pageIds: pages.map(({ id }) => id),
      serviceIds: shop?.services.map(({ id }) => id),
      categoryIds: shop?.menu.categories.map(({ id }) => id),
    }),
    [pages, shop],
  )
}
