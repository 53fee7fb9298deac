import { Text, View } from '#components/primitives/index.ts'
import type { Quote } from '#model/shop/orders.ts'
import { type Cart, estimateMinor } from './cart.ts'
import { entryChoices } from './entry-choices.ts'
import type { MenuScene } from './scene.ts'

interface LinesProps {
  readonly scene: MenuScene
  readonly cart: Cart
  /** Null until the shop has answered: the cart is then shown as an estimate in the same place. */
  readonly quote: Quote | null
}

/** What is ordered and what it costs. */
export function QuoteLines({ scene, cart, quote }: LinesProps) {
  const { words, money } = scene
  const lines = quote ? linesOfQuote(quote) : linesOfCart(scene, cart)
  const estimate = quote ? '' : '--estimate'
  return (
    <>
      <View className={`b-menu__quote b-menu__quote${estimate}`} ariaRole="list">
        {lines.map((line, index) => (
          <View key={index} className="b-menu__quote-line" ariaRole="listitem">
            <Text className="b-menu__quote-count">{line.quantity}×</Text>
            <View className="b-menu__quote-about">
              <Text>{line.name}</Text>
              {line.choices && <Text className="b-menu__entry-choices">{line.choices}</Text>}
            </View>
            <Text className="b-menu__quote-amount">{money(line.amountMinor)}</Text>
          </View>
        ))}
      </View>
      <View className={`b-menu__totals b-menu__totals${estimate}`}>
        {quote && quote.discountMinor > 0 && (
          <>
            <TotalRow name={words.subtotal} amount={money(quote.subtotalMinor)} />
            <TotalRow kind="good" name={words.discount} amount={`−${money(quote.discountMinor)}`} />
          </>
        )}
        <TotalRow
          kind="sum"
          name={quote ? words.total : words.estimate}
          amount={money(quote ? quote.totalMinor : estimateMinor(cart))}
        />
        {quote && quote.pointsToEarn > 0 && <Text className="b-menu__small">{words.points(quote.pointsToEarn)}</Text>}
      </View>
    </>
  )
}

interface ShownLine {
  readonly quantity: number
  readonly name: string
  readonly choices: string
  readonly amountMinor: number
}

function linesOfQuote(quote: Quote): readonly ShownLine[] {
  return quote.lines.map(({ quantity, name, variantName, modifiers, note, totalMinor }) => ({
    quantity,
    name,
    choices: [
      variantName,
      ...modifiers.map((each) => (each.quantity > 1 ? `${each.name} ×${each.quantity}` : each.name)),
      note,
    ]
      .filter(Boolean)
      .join(' · '),
    amountMinor: totalMinor,
  }))
}

function linesOfCart(scene: MenuScene, cart: Cart): readonly ShownLine[] {
  return cart.map((entry) => ({
    quantity: entry.quantity,
    name: entry.name,
    choices: entryChoices(scene.menu, entry),
    amountMinor: entry.unitMinor * entry.quantity,
  }))
}

function TotalRow({ name, amount, kind }: { name: string; amount: string; kind?: 'good' | 'sum' }) {
  return (
    <View className={kind ? `b-menu__total b-menu__total--${kind}` : 'b-menu__total'}>
      <Text>{name}</Text>
      <Text>{amount}</Text>
    </View>
  )
}
