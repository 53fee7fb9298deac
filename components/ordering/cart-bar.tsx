import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import { type Cart, countAll, estimateMinor } from './cart.ts'
import { MenuPrice } from './price.tsx'
import type { MenuScene } from './scene.ts'

interface CartBarProps {
  readonly scene: MenuScene
  readonly cart: Cart
  readonly onOpen: () => void
  readonly onCheckout: () => void
}

/** Stays at the bottom of the screen: what is in the cart and the one way on. Also says when the shop takes no orders. */
export function CartBar({ scene, cart, onOpen, onCheckout }: CartBarProps) {
  const { words, shut, ahead, shop } = scene
  const count = countAll(cart)
  const totalMinor = estimateMinor(cart)
  const reason =
    shut === 'closed' && shop.changesAtIso ? words.closedUntil(scene.when(shop.changesAtIso)) : shut && words[shut]
  if (!count && !reason) return null
  if (!count)
    return (
      <View className="b-menu__bar b-menu__bar--shut" ariaRole="status">
        <Icon name="clock" />
        <View className="b-menu__bar-about">
          <Text className="b-menu__bar-reason">{reason}</Text>
          <Text className="b-menu__small">
            {ahead ? words.aheadLong : shut === 'paused' ? words.pausedLong : words.closedLong}
          </Text>
        </View>
      </View>
    )
  return (
    <View className="b-menu__bar">
      <Button className="b-menu__bar-cart" ariaHaspopup="dialog" onClick={onOpen}>
        <Text className="b-menu__unseen">{words.openCart(count)}</Text>
        <View className="b-menu__bag" ariaHidden>
          <Icon name="bag" size={24} />
          <Text key={count} className="b-menu__badge">
            {count}
          </Text>
        </View>
        <MenuPrice scene={scene} amountMinor={totalMinor} />
      </Button>
      <Button className="b-menu__main" disabled={!scene.canGoOn} onClick={onCheckout}>
        <Text>{scene.wayOn}</Text>
      </Button>
    </View>
  )
}
