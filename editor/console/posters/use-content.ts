import type { PosterBoard } from '#platform/contract/merchant.ts'
import { useShop } from '../shop-context.ts'
import type { PosterContent } from './poster-sheet.tsx'
import type { Poster } from './posters-of.ts'
import { posterWords } from './poster-words.ts'

/** What a poster says by itself, in the language of the shop. */
export function useContentOf(board: PosterBoard): (poster: Poster) => PosterContent {
  const { settings } = useShop()
  const words = posterWords[board.language]
  const sellsFood = settings.kind === null || ['restaurant', 'cafe', 'bar'].includes(settings.kind)
  return ({ place, link }) => ({
    shopName: settings.name,
    sentence: place === undefined ? (sellsFood ? words.seeMenu : words.seeShop) : words.orderHere,
    note: words.noApp,
    place,
    contact: place === undefined ? [settings.address, settings.phone].filter(Boolean).join(' · ') : '',
    link,
    colours: board.colours,
  })
}
