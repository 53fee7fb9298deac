import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import type { Dish } from '#model/shop/catalogue.ts'
import { Picture } from '../kit/picture.tsx'
import { type Cart, countOfDish } from './cart.ts'
import { groupsOf, hasChoices, isSoldOut } from './choice.ts'
import { MenuPrice } from './price.tsx'
import type { MenuScene } from './scene.ts'
import { Stepper } from './stepper.tsx'

interface DishRowProps {
  readonly scene: MenuScene
  readonly dish: Dish
  readonly cart: Cart
  /** Among the first on the page: its picture is wanted at once. */
  readonly early: boolean
  readonly onOpen: ((dish: Dish) => void) | undefined
  readonly onCount: (dish: Dish, count: number) => void
}

export function DishRow({ scene, dish, cart, early, onOpen, onCount }: DishRowProps) {
  const { words, props, env } = scene
  const soldOut = isSoldOut(dish, groupsOf(dish, scene.menu), env.nowMs)
  const prices = dish.variants.filter((each) => soldOut || !each.soldOut).map((each) => each.priceMinor)
  const lowest = Math.min(...prices)
  const count = countOfDish(cart, dish.id)
  const until = dish.soldOut?.untilIso
  return (
    <View className={`b-menu__dish${soldOut ? ' b-menu__dish--out' : ''}`}>
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
          {soldOut ? (
            <Text className="b-menu__out">{until ? words.soldOutUntil(scene.when(until)) : words.soldOut}</Text>
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
            <Stepper words={words} name={dish.name} count={count} onChange={(next) => onCount(dish, next)} />
          )}
        </View>
      </View>
    </View>
  )
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
