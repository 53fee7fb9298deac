import { memo } from 'react'
import { Text, View } from '#components/primitives/index.ts'
import type { Dish } from '#model/shop/catalogue.ts'
import { type Cart, countOfDish } from '../ordering/cart.ts'
import { DishRow, type MenuStill } from './dish-row.tsx'
import { type MenuScene, outText } from '../ordering/scene.ts'
import type { MenuSection } from '../ordering/search.ts'

interface DishSectionProps {
  readonly id: string
  readonly scene: MenuStill
  readonly section: MenuSection
  /** See {@link marksOf}. */
  readonly marks: string
  /** So many of its pictures are wanted at once. */
  readonly early: number
  readonly onOpen: ((dish: Dish) => void) | undefined
  readonly onCount: (dish: Dish, more: number) => void
}

type Mark = readonly [count: number, out: string | null]

/** What cart and time change about the dishes of a section; in one text, so that the same is told to be the same. */
export function marksOf({ dishes }: MenuSection, scene: MenuScene, cart: Cart): string {
  return JSON.stringify(dishes.map((dish): Mark => [countOfDish(cart, dish.id), outText(scene, dish) ?? null]))
}

/** A category of the menu. It wakes when one of its dishes is touched or changes: what nobody touches costs nothing. */
export const DishSection = memo(function DishSection(props: DishSectionProps) {
  return (
    <View id={props.id} className="b-menu__section" wakesAlone>
      <Dishes {...props} />
    </View>
  )
})

function Dishes({ scene, section, marks, early, onOpen, onCount }: DishSectionProps) {
  const all = JSON.parse(marks) as readonly Mark[]
  return (
    <>
      {/* Below the menu's own title, if it has one: no level is left out. */}
      <Text ariaRole="heading" ariaLevel={scene.props.title ? 3 : 2} className="b-menu__heading">
        {section.name}
      </Text>
      {section.dishes.map((dish, index) => {
        const [count, out] = all[index] ?? [0, null]
        return (
          <DishRow
            key={dish.id}
            scene={scene}
            dish={dish}
            out={out ?? undefined}
            count={count}
            early={index < early}
            onOpen={onOpen}
            onCount={onCount}
          />
        )
      })}
    </>
  )
}
