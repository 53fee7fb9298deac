import { Text, View } from '#components/primitives/index.ts'
import type { Dish } from '#model/shop/catalogue.ts'
import { countOfDish } from '../ordering/cart.ts'
import { DishBuy } from '../ordering/dish-buy.tsx'
import { DishPicture } from '../ordering/dish-picture.tsx'
import { outText } from '../ordering/scene.ts'
import type { Ordering } from '../ordering/use-ordering.tsx'
import type { SearchBoxProps } from './definition.ts'

/** A dish that was found: into the cart, or a tap for all about it. */
export function FoundDish({ ordering, dish }: { readonly ordering: Ordering<SearchBoxProps>; readonly dish: Dish }) {
  const { scene, cart, openDish, setCount } = ordering
  return (
    <View className="b-search-box__dish" ariaRole="listitem">
      <View
        className="b-search-box__open"
        ariaRole="button"
        ariaLabel={scene.words.details(dish.name)}
        onClick={() => openDish(dish)}
      />
      <DishPicture dish={dish} sizes="64px" />
      <View className="b-search-box__about">
        <Text className="b-search-box__name">{dish.name}</Text>
        <DishBuy
          scene={scene}
          dish={dish}
          out={outText(scene, dish)}
          count={countOfDish(cart, dish.id)}
          onOpen={openDish}
          onCount={setCount}
        />
      </View>
    </View>
  )
}
