import type { ReactNode } from 'react'
import { Button, Text, View } from '#components/primitives/index.ts'
import type { ShopFailure } from '#model/shop/failure.ts'
import { failureWords } from '../kit/failure-words.ts'
import { entriesAbout } from './cart-order.ts'
import type { Cart } from './cart.ts'
import type { MenuScene } from './scene.ts'
import { sheetWords } from './sheet-words.ts'

interface RefusalProps {
  readonly scene: MenuScene
  readonly failure: ShopFailure
  readonly cart: Cart
  readonly onRemove: (gone: Cart) => void
}

/** Why the shop said no, naming the dishes it is about, with a way to go on without them. */
export function Refusal({ scene, failure, cart, onRemove }: RefusalProps) {
  const { env } = scene
  const own = sheetWords(scene.env)
  const about = entriesAbout(cart, failure.subjectIds ?? [])
  const names = [...new Set(about.map((entry) => entry.name))].join(env.language === 'en' ? ', ' : '、')
  const sentence = () => {
    if (names && failure.code === 'sold-out') return own.soldOutNames(names)
    if (names && failure.code === 'not-enough' && failure.left !== undefined) return own.onlyLeft(names, failure.left)
    if (names && failure.code === 'not-on-now') return own.notOnNow(names)
    if (names && failure.code === 'wrong-choice') return own.changedNames(names)
    const zone = scene.shop.deliveryZones?.find(({ id }) => failure.subjectIds?.includes(id))
    if (zone && failure.code === 'below-minimum') return own.belowMinimum(scene.money(zone.minSpendMinor))
    return failureWords(failure.code, env.language)
  }
  const removable = about.length > 0 && removes.has(failure.code)
  return (
    <Alert text={sentence()}>
      {removable && (
        <Button className="b-menu__second" onClick={() => onRemove(about)}>
          <Text>{own.withoutThem}</Text>
        </Button>
      )}
    </Alert>
  )
}

/** What is helped by going on without the dishes it is about. */
const removes: ReadonlySet<ShopFailure['code']> = new Set(['sold-out', 'not-enough', 'not-on-now', 'wrong-choice'])

/** A sentence above the main button, where it cannot be scrolled away. */
export function Alert({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <View className="b-menu__alert" ariaRole="alert">
      <Text>{text}</Text>
      {children}
    </View>
  )
}
