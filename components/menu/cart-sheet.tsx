import { useState } from 'react'
import { Button, Icon, ScrollView, Sheet, Text, View } from '#components/primitives/index.ts'
import { EmptyBox } from '../kit/state-boxes.tsx'
import { type Cart, estimateMinor, setQuantity } from './cart.ts'
import { entryChoices } from './entry-choices.ts'
import { MenuPrice } from './price.tsx'
import type { MenuScene } from './scene.ts'
import { Stepper } from './stepper.tsx'

interface CartSheetProps {
  readonly scene: MenuScene
  readonly cart: Cart
  readonly change: (next: (cart: Cart) => Cart) => void
  readonly onCheckout: () => void
  readonly onClose: () => void
}

/** The cart, to be changed line by line. Emptied by one tap, and brought back by another. */
export function CartSheet({ scene, cart, change, onCheckout, onClose }: CartSheetProps) {
  const { words, shut } = scene
  const [cleared, setCleared] = useState<Cart>([])
  const clear = () => {
    setCleared(cart)
    change(() => [])
  }
  return (
    <Sheet open title={words.cart} closeLabel={words.close} onClose={onClose}>
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
            <Text>{words.clear}</Text>
          </Button>
        )}
        {!cart.length && (
          <EmptyBox icon="bag" text={words.cleared}>
            {cleared.length > 0 && (
              <Button className="b-menu__second" onClick={() => change(() => cleared)}>
                <Text>{words.undo}</Text>
              </Button>
            )}
          </EmptyBox>
        )}
      </ScrollView>
      {cart.length > 0 && (
        <View className="b-menu__foot">
          <View className="b-menu__sum">
            <Text className="b-menu__sum-label">{words.estimate}</Text>
            <MenuPrice scene={scene} amountMinor={estimateMinor(cart)} />
          </View>
          <Button className="b-menu__main" disabled={shut !== null} onClick={onCheckout}>
            <Text>{shut ? words[shut] : words.checkout}</Text>
          </Button>
        </View>
      )}
    </Sheet>
  )
}
