import { memo } from 'react'
import { Text, View } from '#components/primitives/index.ts'
import type { Dish } from '#model/shop/catalogue.ts'
import { anchorOf } from '../kit/anchor.ts'
import { leftOf } from '../ordering/choice.ts'
import { DishPicture } from '../ordering/dish-picture.tsx'
import { DishBuy } from '../ordering/dish-buy.tsx'
import type { StillScene } from '../ordering/scene.ts'
import type { MenuProps } from './definition.ts'

export type MenuStill = StillScene & { readonly props: MenuProps }

interface DishRowProps {
  readonly scene: MenuStill
  readonly dish: Dish
  /** That it cannot be had, and until when; undefined when it can. */
  readonly out: string | undefined
  /** How many of it are in the cart, in whatever choice. */
  readonly count: number
  /** Among the first on the page: its picture is wanted at once. */
  readonly early: boolean
  readonly onOpen: ((dish: Dish) => void) | undefined
  /** So many more, or less: of two quick taps the second may not have seen the first drawn. */
  readonly onCount: (dish: Dish, more: number) => void
}

/** Draws only its own dish anew, and wakes it only when that is touched: a menu may have hundreds. */
export const DishRow = memo(function DishRow(props: DishRowProps) {
  return (
    <View
      id={anchorOf('dish', props.dish.id)}
      className={`b-menu__dish${props.out ? ' b-menu__dish--out' : ''}`}
      wakesAlone
    >
      <DishInside {...props} />
    </View>
  )
})

function DishInside({ scene, dish, out, count, early, onOpen, onCount }: DishRowProps) {
  const { words, props } = scene
  const left = out ? undefined : leftOf(dish)
  return (
    <>
      <View
        className="b-menu__open"
        ariaRole="button"
        ariaLabel={words.details(dish.name)}
        onClick={onOpen && (() => onOpen(dish))}
      />
      {props.pictures && <DishPicture dish={dish} sizes="88px" early={early} />}
      <View className="b-menu__about">
        <Text className="b-menu__name">{dish.name}</Text>
        {dish.description && <Text className="b-menu__line">{dish.description}</Text>}
        {left !== undefined && <Text className="b-menu__left">{words.left(left)}</Text>}
        {dish.tags.length > 0 && (
          <View className="b-menu__tags">
            {dish.tags.map((tag) => (
              <Text key={tag} className={`b-menu__tag b-menu__tag--${tag}`}>
                {words.tags[tag]}
              </Text>
            ))}
          </View>
        )}
        <DishBuy scene={scene} dish={dish} out={out} count={count} onOpen={onOpen} onCount={onCount} />
      </View>
    </>
  )
}
