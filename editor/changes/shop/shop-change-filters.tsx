import type { ChangesFilter } from '#editor/api/shop-changes.ts'
import { Select } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { Role } from '#platform/contract/people.ts'
import { changeArea, kindsOfArea, kindsSeenBy } from '#platform/contract/shop-changes.ts'

interface ShopChangeFiltersProps {
  readonly filter: ChangesFilter
  readonly onChange: (filter: ChangesFilter) => void
  readonly role: Role
  readonly people: readonly { readonly id: string; readonly name: string | null }[]
  readonly ownUserId: string
}

/** Stands for everybody; ids of people are never empty. */
const everybody = ''

/** Which part of the shop, and whose changes. Parts that the reader may not see are not offered. */
export function ShopChangeFilters({ filter, onChange, role, people, ownUserId }: ShopChangeFiltersProps) {
  const { shopChanges: words, versions } = useWords()
  const seen = kindsSeenBy(role)
  const areas = changeArea.options.filter((area) => kindsOfArea[area].some((kind) => seen.includes(kind)))
  const nameOf = (id: string, name: string | null) => (id === ownUserId ? versions.you : (name ?? words.gone))
  return (
    <div className="sc-filters">
      <Select
        label={words.filter}
        options={areas.map((area) => ({ value: area, label: words.areas[area] }))}
        value={filter.area ?? 'own'}
        onChange={(area) => onChange({ ...filter, area })}
      />
      <Select
        label={words.person}
        options={[
          { value: everybody, label: words.everybody },
          ...people.map(({ id, name }) => ({ value: id, label: nameOf(id, name) })),
        ]}
        value={filter.by ?? everybody}
        onChange={(by) => onChange({ ...(filter.area && { area: filter.area }), ...(by !== everybody && { by }) })}
        isDisabled={people.length === 0}
      />
    </div>
  )
}
