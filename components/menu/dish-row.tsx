import { memo, useState } from 'react'
import { afterFrame, Button, Icon, Text, View } from '#components/primitives/index.ts'
import type { Dish } from '#model/shop/catalogue.ts'
import { anchorOf } from '../kit/anchor.ts'
import { Picture } from '../kit/picture.tsx'
import { hasChoices, leftOf } from '../ordering/choice.ts'
import { MenuPrice } from '../ordering/price.tsx'
import type { StillScene } from '../ordering/scene.ts'
import type { MenuProps } from './definition.ts'
import { Stepper } from '../ordering/stepper.tsx'

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

function DishInside({ scene, dish, out, count: known, early, onOpen, onCount }: DishRowProps) {
  const { words, props } = scene
  const [count, add] = useCountAhead(known, (more) => onCount(dish, more))
  const prices = dish.variants.filter((each) => out || !each.soldOut).map((each) => each.priceMinor)
  const lowest = Math.min(...prices)
  const left = out ? undefined : leftOf(dish)
  return (
    <>
      <View
        className="b-menu__open"
        ariaRole="button"
        ariaLabel={words.details(dish.name)}
        onClick={onOpen && (() => onOpen(dish))}
      />
      {props.pictures && <DishPicture dish={dish} early={early} />}
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
        <View className="b-menu__buy">
          <MenuPrice scene={scene} amountMinor={lowest} from={prices.some((price) => price > lowest)} />
          {out ? (
            <Text className="b-menu__out">{out}</Text>
          ) : !scene.channels.length ? null : hasChoices(dish) ? (
            <View className="b-menu__stepper">
              {count > 0 && <Text className="b-menu__badge">{count}</Text>}
              <Button
                className="b-menu__step b-menu__step--more"
                ariaLabel={words.choose(dish.name)}
                onClick={onOpen && (() => onOpen(dish))}
              >
                <Icon name="plus" size={16} />
              </Button>
            </View>
          ) : (
            <Stepper words={words} name={dish.name} count={count} most={left} onChange={(next) => add(next - count)} />
          )}
        </View>
      </View>
    </>
  )
}

/** Answers a tap in the very next frame; what else follows of it, in the bar and the rail, comes right behind. */
function useCountAhead(known: number, tell: (more: number) => void): [count: number, add: (more: number) => void] {
  const [ahead, setAhead] = useState(0)
  const add = (more: number) => {
    setAhead((now) => now + more)
    afterFrame(() => {
      tell(more)
      setAhead((now) => now - more)
    })
  }
  return [known + ahead, add]
}

/** Its place is kept before it has loaded; a dish without one shows its first character. */
function DishPicture({ dish, early }: { dish: Dish; early: boolean }) {
  if (!dish.picture)
    return (
      <View className="b-menu__picture b-menu__picture--none" ariaHidden>
        <Text>{[...dish.name][0]}</Text>
      </View>
    )
  // The name stands beside it: saying it twice helps nobody.
  return <Picture className="b-menu__picture" picture={{ ...dish.picture, alt: '' }} sizes="88px" eager={early} />
}
