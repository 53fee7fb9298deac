import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import type { MerchantCatalogue } from '#platform/contract/merchant.ts'
import type { StockLevel } from '#platform/contract/stock.ts'
import { findDishes, type DishFilter } from '../rules/find-dishes.ts'

export interface DishFiltersProps {
  readonly catalogue: MerchantCatalogue
  readonly levels: readonly StockLevel[]
  readonly filter: DishFilter
  readonly onChange: (filter: DishFilter) => void
}

export function DishFilters({ catalogue, levels, filter, onChange }: DishFiltersProps) {
  const words = useWords()
  const language = useLanguage()
  const options: { id: string; name: string; filter: DishFilter }[] = [
    { id: 'all', name: words.console.allDishes, filter: 'all' },
    ...catalogue.categories.map(({ id, name }) => ({
      id: `category ${id}`,
      name: name[language],
      filter: { categoryId: id },
    })),
    { id: 'sold-out', name: words.console.soldOut, filter: 'sold-out' },
    ...(levels.some(({ tracked }) => tracked) ? [{ id: 'low', name: words.stock.low, filter: 'low' as const }] : []),
    { id: 'hidden', name: words.console.hidden, filter: 'hidden' },
  ]
  const chosen = typeof filter === 'string' ? filter : `category ${filter.categoryId}`
  return (
    <ToggleButtonGroup
      className="dish-filters"
      aria-label={words.console.filterDishes}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const option = options.find(({ id }) => keys.has(id))
        if (option) onChange(option.filter)
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className="chip">
          {option.name}{' '}
          <span className="chip__count">{findDishes(catalogue.dishes, option.filter, '', levels).length}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
