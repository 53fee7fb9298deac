import type { Service } from '#model/shop/bookings.ts'
import type { Dish, Menu } from '#model/shop/catalogue.ts'
import { finderOf } from '../kit/finder.ts'
import type { ProgramPage } from '../kit/host.ts'
import type { SearchBoxProps } from './definition.ts'

export interface Found {
  readonly dishes: readonly Dish[]
  readonly services: readonly Service[]
  readonly pages: readonly ProgramPage[]
}

/** More than this nobody reads; another letter makes it fewer. */
const mostDishes = 20
const mostOthers = 8

/**
 * What the program has of what somebody looks for: by name first, then by what is said about it. Nothing while the query
 * is empty.
 */
export function foundIn(
  query: string,
  props: Pick<SearchBoxProps, 'dishes' | 'services' | 'pages'>,
  { menu, services, pages }: { menu: Menu; services: readonly Service[]; pages: readonly ProgramPage[] },
): Found {
  if (query.trim() === '') return { dishes: [], services: [], pages: [] }
  const isFound = finderOf(query)
  const ranked = <Item extends { readonly name: string; readonly description: string }>(all: readonly Item[]) => {
    const named = all.filter(({ name }) => isFound(name))
    return [...named, ...all.filter((item) => !named.includes(item) && isFound(`${item.name} ${item.description}`))]
  }
  return {
    dishes: props.dishes ? ranked(menu.dishes).slice(0, mostDishes) : [],
    services: props.services ? ranked(services).slice(0, mostOthers) : [],
    pages: props.pages ? pages.filter(({ title }) => isFound(title)).slice(0, mostOthers) : [],
  }
}
