import { Button, Text, View } from '#components/primitives/index.ts'
import { Price } from '../kit/price.tsx'
import { wordsFor } from '../kit/words.ts'
import { DishPicture } from '../ordering/dish-picture.tsx'
import { outText } from '../ordering/scene.ts'
import { Stepper } from '../ordering/stepper.tsx'
import type { Ordering } from '../ordering/use-ordering.tsx'
import type { FlashSaleProps } from './definition.ts'
import type { Offer } from './rounds-of.ts'
import { saleWords } from './words.ts'

/** What is on sale: for how much instead of how much, how much of it is gone, and into the cart. */
export function OfferCard(props: { readonly ordering: Ordering<FlashSaleProps>; readonly offer: Offer }) {
  const { ordering, offer } = props
  const { scene, alive, openDish } = ordering
  const { dish, variant, sale } = offer
  const words = wordsFor(scene.env.language, saleWords)
  const { currency } = scene.shop
  const isOver = sale.state === 'gone' || variant.soldOut
  const name = [dish.name, variant.name].filter(Boolean).join(' · ')
  return (
    <View className={`b-flash-sale__offer${isOver ? ' b-flash-sale__offer--gone' : ''}`} ariaRole="listitem">
      <View
        className="b-flash-sale__open"
        ariaRole="button"
        ariaLabel={scene.words.details(name)}
        onClick={alive ? () => openDish(dish, variant.id) : undefined}
      />
      <DishPicture dish={dish} sizes="96px" />
      <View className="b-flash-sale__about">
        <Text className="b-flash-sale__name">{name}</Text>
        <View className="b-flash-sale__how-much">
          {sale.state === 'soon' ? (
            <Text className="b-flash-sale__limit">{words.perPerson(sale.perPerson)}</Text>
          ) : (
            <Sold offer={offer} label={isOver ? words.gone : soldText(offer, words)} />
          )}
        </View>
        <View className="b-flash-sale__buy">
          <View className="b-flash-sale__prices">
            <Price amountMinor={sale.priceMinor} currency={currency} env={scene.env} className="b-flash-sale__price" />
            <Text className="b-flash-sale__was">
              <Text className="b-menu__unseen">{scene.words.usually}</Text>
              <Price amountMinor={sale.regularMinor} currency={currency} env={scene.env} />
            </Text>
          </View>
          {sale.state === 'on' && !isOver && scene.channels.length > 0 && <Buy {...props} name={name} />}
        </View>
        {sale.state === 'on' && !isOver && (
          <Text className="b-flash-sale__limit">{words.perPerson(sale.perPerson)}</Text>
        )}
      </View>
    </View>
  )
}

function Sold({ offer, label }: { readonly offer: Offer; readonly label: string }) {
  return (
    <>
      <View className="b-flash-sale__bar" ariaHidden>
        <View className="b-flash-sale__gone" style={{ width: `${offer.sale.percentSold}%` }} />
      </View>
      <Text className="b-flash-sale__sold">{label}</Text>
    </>
  )
}

function soldText({ sale }: Offer, words: (typeof saleWords)['en']): string {
  return sale.left === null ? words.sold(sale.percentSold) : words.onlyLeft(sale.left)
}

/** With options to choose it leads to the dish; else straight into the cart, as many as a person gets. */
function Buy(props: { readonly ordering: Ordering<FlashSaleProps>; readonly offer: Offer; readonly name: string }) {
  const { ordering, offer, name } = props
  const { scene, cart, alive, openDish, setCount } = ordering
  const { dish, variant, sale } = offer
  const words = wordsFor(scene.env.language, saleWords)
  const out = outText(scene, dish)
  if (out) return <Text className="b-menu__out">{out}</Text>
  if (dish.modifierGroupIds.length > 0)
    return (
      <Button
        className="b-flash-sale__choose"
        ariaLabel={words.buy(name)}
        onClick={alive ? () => openDish(dish, variant.id) : undefined}
      >
        <Text>{words.choose}</Text>
      </Button>
    )
  const count = cart.reduce((sum, entry) => sum + (entry.variantId === variant.id ? entry.quantity : 0), 0)
  const most = Math.min(sale.perPerson, sale.left ?? sale.perPerson, variant.left ?? sale.perPerson)
  return (
    <Stepper
      words={scene.words}
      name={name}
      count={count}
      most={most}
      onChange={alive ? (next) => setCount(dish, next - count, variant.id) : undefined}
    />
  )
}
