import { Text, View } from '#components/primitives/index.ts'
import type { Dish } from '#model/shop/catalogue.ts'
import { Picture } from '../kit/picture.tsx'

/** Its place is kept before it has loaded; a dish without one shows its first character. */
export function DishPicture(props: {
  readonly dish: Dish
  /** Width it is shown at, as CSS `sizes`. */
  readonly sizes: string
  /** Among the first on the page: its picture is wanted at once. */
  readonly early?: boolean
}) {
  const { dish, sizes, early = false } = props
  if (!dish.picture)
    return (
      <View className="b-menu__picture b-menu__picture--none" ariaHidden>
        <Text>{[...dish.name][0]}</Text>
      </View>
    )
  // The name stands beside it: saying it twice helps nobody.
  return <Picture className="b-menu__picture" picture={{ ...dish.picture, alt: '' }} sizes={sizes} eager={early} />
}
