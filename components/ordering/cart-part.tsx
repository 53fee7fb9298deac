import { useState } from 'react'
import { Button, Icon, ScrollView, Text, View } from '#components/primitives/index.ts'
import { EmptyBox } from '../kit/state-boxes.tsx'
import { type Cart, estimateMinor, setQuantity } from './cart.ts'
import { cartWords } from './cart-words.ts'
import { entryChoices } from './entry-choices.ts'
import { MenuPrice } from './price.tsx'
import type { MenuScene } from './scene.ts'
import { Stepper } from './stepper.tsx'

interface CartPartProps {
  readonly scene: MenuScene
  readonly cart: Cart
  readonly change: (next: (cart: Cart) => Cart) => void
  readonly onCheckout: () => void
}

/** What the cart's sheet holds: the cart, to be changed line by line. Emptied by one tap, and brought back by another. */
export function CartPart({ scene, cart, change, onCheckout }: CartPartProps) {
  const { words } = scene
  const own = cartWords(scene.env)
  const [cleared, setCleared] = useState<Cart>([])
  const clear = () => {
    setCleared(cart)
    change(() => [])
  }
  return (
    <>
      <ScrollView scrollY className="b-menu__sheet-body">
        {cart.map((entry) => (
          <View key={entry.key} className="b-menu__entry">
            <View className="b-menu__entry-about">
              <Text className="b-menu__entry-name">{entry.name}</Text>
              {entryChoices(scene.menu, entry) && (
                <Text className="b-menu__entry-choices">{entryChoices(scene.menu, entry)}</Text>
              )}
              <MenuPrice scene={scene} amountMinor={entry.unitMinor} />
            </View>
            <Stepper
              words={words}
              name={entry.name}
              count={entry.quantity}
              onChange={(count) => change((now) => setQuantity(now, entry.key, count))}
            />
          </View>
        ))}
        {cart.length > 0 && (
          <Button className="b-menu__quiet" onClick={clear}>
            <Icon name="trash" />
            <Text>{own.clear}</Text>
          </Button>
        )}
        {!cart.length && (
          <EmptyBox icon="bag" text={own.cleared}>
            {cleared.length > 0 && (
              <Button className="b-menu__second" onClick={() => change(() => cleared)}>
                <Text>{own.undo}</Text>
              </Button>
            )}
          </EmptyBox>
        )}
      </ScrollView>
      {cart.length > 0 && (
        <View className="b-menu__foot">
          <View className="b-menu__sum">
            <Text className="b-menu__sum-label">{own.estimate}</Text>
            <MenuPrice scene={scene} amountMinor={estimateMinor(cart)} />
          </View>
          <Button className="b-menu__main" disabled={!scene.canGoOn} onClick={onCheckout}>
            <Text>{scene.wayOn}</Text>
          </Button>
        </View>
      )}
    </>
  )
}
