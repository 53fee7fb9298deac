import { Text, View } from '#components/primitives/index.ts'
import type { Quote } from '#model/shop/orders.ts'
import { Bone, LoadingBox } from '../kit/state-boxes.tsx'
import type { MenuScene } from './scene.ts'

/** What the shop answered, line by line. */
export function QuoteLines({ scene, quote }: { scene: MenuScene; quote: Quote }) {
  return (
    <View className="b-menu__quote" ariaRole="list">
      {quote.lines.map((line, index) => {
        const modifiers = line.modifiers.map(({ name, quantity }) => (quantity > 1 ? `${name} ×${quantity}` : name))
        const choices = [line.variantName, ...modifiers, line.note].filter(Boolean).join(' · ')
        return (
          <View key={index} className="b-menu__quote-line" ariaRole="listitem">
            <Text className="b-menu__quote-count">{line.quantity}×</Text>
            <View className="b-menu__quote-about">
              <Text>{line.name}</Text>
              {choices && <Text className="b-menu__entry-choices">{choices}</Text>}
            </View>
            <Text className="b-menu__quote-amount">{scene.money(line.totalMinor)}</Text>
          </View>
        )
      })}
    </View>
  )
}

export function QuoteTotals({ scene, quote }: { scene: MenuScene; quote: Quote }) {
  const { words, money } = scene
  return (
    <View className="b-menu__totals">
      {quote.discountMinor > 0 && (
        <>
          <TotalRow name={words.subtotal} amount={money(quote.subtotalMinor)} />
          <TotalRow name={words.discount} amount={`−${money(quote.discountMinor)}`} good />
        </>
      )}
      <TotalRow name={words.total} amount={money(quote.totalMinor)} />
      {quote.pointsToEarn > 0 && <Text className="b-menu__small">{words.points(quote.pointsToEarn)}</Text>}
    </View>
  )
}

function TotalRow({ name, amount, good }: { name: string; amount: string; good?: boolean }) {
  return (
    <View className={`b-menu__total${good ? ' b-menu__total--good' : ''}`}>
      <Text>{name}</Text>
      <Text>{amount}</Text>
    </View>
  )
}

export function LinesSkeleton({ scene, lines }: { scene: MenuScene; lines: number }) {
  return (
    <LoadingBox env={scene.env} className="b-menu__quote">
      {Array.from({ length: Math.min(lines, 4) }, (_, index) => (
        <Bone key={index} className="b-menu__bone-line" />
      ))}
    </LoadingBox>
  )
}
