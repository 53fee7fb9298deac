import { SearchX, UtensilsCrossed } from 'lucide-react'
import { useState } from 'react'
import { EmptyState, SearchField } from '#editor/ui/index.ts'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import type { MerchantCatalogue } from '#platform/contract/merchant.ts'
import { Answer, AreaHead } from '../area.tsx'
import { MenuFileButton } from '../menu-file/menu-file-button.tsx'
import { useCatalogue, useStock } from '../queries.ts'
import { findDishes, type DishFilter } from '../rules/find-dishes.ts'
import { useCanWork, useShop } from '../shop-context.ts'
import { AddDishButton } from './dish/dish-buttons.tsx'
import { DishFilters } from './dish-filters.tsx'
import { DishRow } from './dish-row.tsx'
import { ServedButton } from './served-button.tsx'
import './menu.css'

/** The catalogue as the counter needs it: prices, sold out, hidden. */
export function MenuArea() {
  const words = useWords()
  const { program } = useShop()
  const canWork = useCanWork()
  const [search, setSearch] = useState('')
  const catalogue = useCatalogue(program.id)
  return (
    <>
      <AreaHead title={words.console.areas.menu} note={words.console.menuNote}>
        {catalogue.status === 'ready' ? (
          <>
            {canWork ? <AddDishButton catalogue={catalogue.value} /> : null}
            <MenuFileButton catalogue={catalogue.value} />
          </>
        ) : null}
        <div className="menu-search">
          <SearchField
            label={words.console.searchDishes}
            clearLabel={words.common.clearSearch}
            value={search}
            onChange={setSearch}
          />
        </div>
      </AreaHead>
      <Answer query={catalogue}>{(value) => <DishList catalogue={value} search={search} />}</Answer>
    </>
  )
}

function DishList({ catalogue, search }: { readonly catalogue: MerchantCatalogue; readonly search: string }) {
  const words = useWords()
  const language = useLanguage()
  const [filter, setFilter] = useState<DishFilter>('all')
  const stock = useStock(useShop().program.id)
  const levels = stock.status === 'ready' ? stock.value : []
  const found = findDishes(catalogue.dishes, filter, search, levels)
  if (catalogue.dishes.length === 0)
    return (
      <EmptyState
        icon={<UtensilsCrossed size={28} />}
        title={words.console.noDishesTitle}
        text={words.console.noDishesText}
      />
    )
  return (
    <>
      <DishFilters catalogue={catalogue} levels={levels} filter={filter} onChange={setFilter} />
      {found.length === 0 ? (
        <EmptyState
          icon={<SearchX size={28} />}
          title={filter === 'low' && search === '' ? words.stock.lowNone : words.console.noDishesFound}
        />
      ) : (
        catalogue.categories.map((category) => {
          const dishes = found.filter(({ categoryId }) => categoryId === category.id)
          if (dishes.length === 0) return null
          return (
            <section key={category.id} className="dish-group" aria-label={category.name[language]}>
              <div className="dish-group__head">
                <h2 className="dish-group__title">{category.name[language]}</h2>
                <ServedButton category={category} />
              </div>
              <ul className="panel">
                {dishes.map((dish) => (
                  <li key={dish.id} className="dish-row-box">
                    <DishRow dish={dish} />
                  </li>
                ))}
              </ul>
            </section>
          )
        })
      )}
    </>
  )
}
