import './product-detail.css'
import { Bone, EmptyBox, LoadingBox } from '../kit/state-boxes.tsx'
import { Text, View } from '#components/primitives/index.ts'
import type { Menu, ShopInfo } from '#model/shop/catalogue.ts'
import { anchorOf } from '../kit/anchor.ts'
import { FailedBox } from '../kit/failed-box.tsx'
import { Picture } from '../kit/picture.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import { addEntry } from '../ordering/cart.ts'
import { DishPart } from '../ordering/dish-part.tsx'
import { useOrdering } from '../ordering/use-ordering.tsx'
import type { ProductDetailProps } from './definition.ts'
import { detailWords } from './words.ts'

type Block = BlockViewProps<ProductDetailProps>

export function ProductDetailView(view: Block) {
  const { props, data, env } = view
  const { menu, shop } = data
  const failed = [menu, shop].find((each) => each.status === 'failed')
  return (
    <View className="b-product-detail">
      {failed?.status === 'failed' ? (
        <FailedBox env={env} code={failed.code} retry={failed.retry} />
      ) : menu.status === 'ready' && shop.status === 'ready' ? (
        <Detail view={view} menu={menu.value} shop={shop.value} />
      ) : (
        <LoadingBox env={env}>
          {props.ratio !== 'none' && (
            <View className={`b-product-detail__picture b-product-detail__picture--${props.ratio}`}>
              <Bone width="100%" height="100%" />
            </View>
          )}
          <View className="b-product-detail__bones">
            <Bone width="60%" height="24px" />
            <Bone width="90%" />
            <Bone width="30%" height="24px" />
            <Bone height="48px" />
          </View>
        </LoadingBox>
      )}
    </View>
  )
}

function Detail({ view, menu, shop }: { readonly view: Block; readonly menu: Menu; readonly shop: ShopInfo }) {
  const { props, env, host } = view
  const words = wordsFor(env.language, detailWords)
  const { scene, alive, change, dock } = useOrdering(view, menu, shop, 'page')
  const dish = props.dish === '' ? menu.dishes[0] : menu.dishes.find(({ id }) => id === props.dish)
  if (!dish)
    return (
      <>
        <EmptyBox icon="store" text={alive ? words.gone : words.goneCanvas} />
        {dock}
      </>
    )
  return (
    <View id={anchorOf('dish', dish.id)} className="b-product-detail__dish">
      {props.ratio !== 'none' && dish.picture && (
        <View className={`b-product-detail__picture b-product-detail__picture--${props.ratio}`}>
          <Picture picture={dish.picture} sizes="min(100vw, 480px)" eager />
        </View>
      )}
      {dish.tags.length > 0 && (
        <View className="b-product-detail__tags">
          {dish.tags.map((tag) => (
            <Text key={tag} className="b-product-detail__tag">
              {scene.words.tags[tag]}
            </Text>
          ))}
        </View>
      )}
      <DishPart
        // Another dish begins anew.
        key={dish.id}
        scene={scene}
        dish={dish}
        place="page"
        onAdd={
          alive
            ? (entry) => {
                change((cart) => addEntry(cart, entry))
                void host.toast(words.added(dish.name))
              }
            : undefined
        }
      />
      {dock}
    </View>
  )
}
