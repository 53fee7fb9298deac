import './product-grid.css'
import { Text, View } from '#components/primitives/index.ts'
import type { Dish, Menu, ShopInfo } from '#model/shop/catalogue.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { FailedBox } from '../kit/failed-box.tsx'
import { Bone, EmptyBox, LoadingBox } from '../kit/state-boxes.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import { countOfDish } from '../ordering/cart.ts'
import { DishBuy } from '../ordering/dish-buy.tsx'
import { DishPicture } from '../ordering/dish-picture.tsx'
import { outText } from '../ordering/scene.ts'
import { type Ordering, useOrdering } from '../ordering/use-ordering.tsx'
import type { ProductGridProps } from './definition.ts'
import { shownDishes } from './shown-dishes.ts'
import { gridWords } from './words.ts'

type Block = BlockViewProps<ProductGridProps>

export function ProductGridView(view: Block) {
  const { props, data, env } = view
  const { menu, shop } = data
  const failed = [menu, shop].find((each) => each.status === 'failed')
  return (
    <View className="b-product-grid">
      <EditableText
        prop="title"
        value={props.title}
        env={env}
        hint={wordsFor(env.language, gridWords).titleHint}
        headingLevel={2}
        className="b-product-grid__title"
      />
      {failed?.status === 'failed' ? (
        <FailedBox env={env} code={failed.code} retry={failed.retry} />
      ) : menu.status === 'ready' && shop.status === 'ready' ? (
        <Grid view={view} menu={menu.value} shop={shop.value} />
      ) : (
        <LoadingBox env={env} className={gridClass(props)}>
          {Array.from({ length: props.layout === 'three' ? 3 : 2 }, (_, index) => (
            <View key={index} className="b-product-grid__tile">
              <View className={`b-product-grid__picture b-product-grid__picture--${props.ratio}`}>
                <Bone width="100%" height="100%" />
              </View>
              <View className="b-product-grid__about">
                <Bone width="70%" />
                <Bone width="48px" height="20px" />
              </View>
            </View>
          ))}
        </LoadingBox>
      )}
    </View>
  )
}

function Grid({ view, menu, shop }: { readonly view: Block; readonly menu: Menu; readonly shop: ShopInfo }) {
  const { props, env } = view
  const words = wordsFor(env.language, gridWords)
  const ordering = useOrdering(view, menu, shop, 'page')
  const dishes = shownDishes(menu, props)
  return (
    <>
      {dishes.length === 0 ? (
        <EmptyBox icon="store" text={ordering.alive ? words.empty : words.emptyCanvas} />
      ) : (
        <View className={gridClass(props)} ariaRole="list">
          {dishes.map((dish) => (
            <Tile key={dish.id} ordering={ordering} dish={dish} />
          ))}
        </View>
      )}
      {ordering.dock}
    </>
  )
}

function Tile({ ordering, dish }: { readonly ordering: Ordering<ProductGridProps>; readonly dish: Dish }) {
  const { scene, cart, alive, openDish, setCount } = ordering
  const { props, words } = scene
  const out = outText(scene, dish)
  return (
    <View className={`b-product-grid__tile${out ? ' b-product-grid__tile--out' : ''}`} ariaRole="listitem">
      <View
        className="b-product-grid__open"
        ariaRole="button"
        ariaLabel={words.details(dish.name)}
        onClick={alive ? () => openDish(dish) : undefined}
      />
      <View className={`b-product-grid__picture b-product-grid__picture--${props.ratio}`}>
        <DishPicture dish={dish} sizes={props.layout === 'three' ? '33vw' : '50vw'} />
      </View>
      <View className="b-product-grid__about">
        <Text className="b-product-grid__name">{dish.name}</Text>
        {props.descriptions && dish.description && <Text className="b-product-grid__line">{dish.description}</Text>}
        <DishBuy
          scene={scene}
          dish={dish}
          out={out}
          count={countOfDish(cart, dish.id)}
          onOpen={alive ? openDish : undefined}
          onCount={alive ? setCount : nothing}
        />
      </View>
    </View>
  )
}

const gridClass = ({ layout }: Pick<ProductGridProps, 'layout'>) =>
  `b-product-grid__tiles b-product-grid__tiles--${layout}`
const nothing = () => {}
