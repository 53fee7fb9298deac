import { Text, View } from '#components/primitives/index.ts'
import type { Quote } from '#model/shop/orders.ts'
import { AmountRow, Amounts, Discounts, OrderLines, shownLines, Taxes } from '../kit/order-lines.tsx'
import { type Cart, estimateMinor } from './cart.ts'
import { cartWords } from './cart-words.ts'
import { entryChoices } from './entry-choices.ts'
import type { MenuScene } from './scene.ts'
import { sheetWords } from './sheet-words.ts'

interface QuoteLinesProps {
  readonly scene: MenuScene
  readonly cart: Cart
  /** Null until the shop has answered: the cart is then shown as an estimate in the same place. */
  readonly quote: Quote | null
}

/** What is ordered and what it costs. */
export function QuoteLines({ scene, cart, quote }: QuoteLinesProps) {
  const { money } = scene
  const own = sheetWords(scene.env)
  if (!quote) {
    const lines = cart.map((entry) => ({
      quantity: entry.quantity,
      name: entry.name,
      choices: entryChoices(scene.menu, entry),
      amount: money(entry.unitMinor * entry.quantity),
    }))
    return (
      <View className="b-menu__quote b-menu__quote--estimate">
        <OrderLines lines={lines} />
        <Amounts>
          <AmountRow kind="sum" name={cartWords(scene.env).estimate} amount={money(estimateMinor(cart))} />
          {scene.shop.addsTax && <Text className="b-menu__small">{own.plusTax}</Text>}
        </Amounts>
      </View>
    )
  }
  return (
    <View className="b-menu__quote">
      <OrderLines lines={shownLines(quote.lines, money)} />
      <Amounts>
        {(quote.discountMinor > 0 || quote.delivery || quote.tax?.mode === 'excluded') && (
          <AmountRow name={own.subtotal} amount={money(quote.subtotalMinor)} />
        )}
        <Discounts bill={quote} member={own.discount} money={money} />
        {quote.delivery && <AmountRow name={own.delivery} amount={money(quote.delivery.feeMinor)} />}
        <Taxes bill={quote} mode="excluded" words={own.tax} money={money} />
        <AmountRow kind="sum" name={own.total} amount={money(quote.totalMinor)} />
        <Taxes bill={quote} mode="included" words={own.tax} money={money} />
        {quote.pointsToEarn > 0 && <Text className="b-menu__small">{own.points(quote.pointsToEarn)}</Text>}
      </Amounts>
    </View>
  )
}
