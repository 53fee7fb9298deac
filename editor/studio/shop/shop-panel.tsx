import { ArrowUpRight, SearchX } from 'lucide-react'
import { useState } from 'react'
import type { MerchantCatalogue } from '#platform/contract/merchant.ts'
import { Answer } from '#editor/console/area.tsx'
import { DishRow } from '#editor/console/menu/dish-row.tsx'
import { useCatalogue, useSettings, useToday } from '#editor/console/queries.ts'
import { findDishes } from '#editor/console/rules/find-dishes.ts'
import { ShopContext } from '#editor/console/shop-context.ts'
import { OpenCard } from '#editor/console/today/open-card.tsx'
import { useLiveEvents } from '#editor/console/use-live-events.ts'
import { Link, paths } from '#editor/router.tsx'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { SearchField } from '#editor/ui/text-field.tsx'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import '#editor/console/menu/menu.css'
import '#editor/console/today/today.css'
import './shop-panel.css'

/**
 * What is changed most often without leaving the page: close for today, prices, sold out. It is the shop's business, not
 * the program's: live at once, without publishing, and undone in the toast of each change rather than as a step.
 */
export function ShopPanel() {
  const { facts } = useSession()
  const settings = useSettings(facts.id)
  useLiveEvents(facts.id)
  return (
    <Answer query={settings}>
      {(value) => (
        <ShopContext value={{ program: facts, settings: value }}>
          <Shop />
        </ShopContext>
      )}
    </Answer>
  )
}

function Shop() {
  const { facts } = useSession()
  const words = useWords()
  const today = useToday(facts.id)
  const catalogue = useCatalogue(facts.id)
  return (
    <div className="st-shop" data-testid="shop">
      <p className="st-shop__note">{words.shop.liveAtOnce}</p>
      <Answer query={today}>{(value) => <OpenCard today={value} />}</Answer>
      <Answer query={catalogue}>{(value) => <Dishes catalogue={value} />}</Answer>
      <Link to={paths.console(facts.id)} className="st-shop__counter">
        {words.shop.toCounter}
        <ArrowUpRight size={16} aria-hidden />
      </Link>
    </div>
  )
}

function Dishes({ catalogue }: { readonly catalogue: MerchantCatalogue }) {
  const words = useWords()
  const language = useLanguage()
  const [search, setSearch] = useState('')
  const found = findDishes(catalogue.dishes, 'all', search)
  return (
    <>
      <SearchField
        label={words.console.searchDishes}
        clearLabel={words.common.clearSearch}
        value={search}
        onChange={setSearch}
      />
      {found.length === 0 ? <EmptyState icon={<SearchX size={28} />} title={words.console.noDishesFound} /> : null}
      {catalogue.categories.map((category) => {
        const dishes = found.filter(({ categoryId }) => categoryId === category.id)
        return dishes.length === 0 ? null : (
          <section key={category.id} aria-label={category.name[language]}>
            <h3 className="st-group-title">{category.name[language]}</h3>
            <ul className="st-shop__dishes">
              {dishes.map((dish) => (
                <li key={dish.id} className="dish-row-box">
                  <DishRow dish={dish} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
