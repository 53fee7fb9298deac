import { type ReactNode, useCallback } from 'react'
import { Sheet, View } from '#components/primitives/index.ts'
import type { Dish } from '#model/shop/catalogue.ts'
import type { Host } from '../kit/host.ts'
import { Bone, LoadingBox } from '../kit/state-boxes.tsx'
import { usePart } from '../kit/use-part.ts'
import { addEntry, type Cart, type CartEntry } from './cart.ts'
import { CartPart } from './cart-part.tsx'
import type { CheckoutPartProps } from './checkout-part.tsx'
import type { DishPartProps } from './dish-part.tsx'
import type { MenuScene } from './scene.ts'

export type OpenSheet =
  | { readonly sheet: 'dish'; readonly dish: Dish; readonly variantId?: string | undefined }
  | { readonly sheet: 'cart' | 'checkout' }

const loadDish = () => import('./dish-part.tsx').then((it) => it.DishPart)
const loadCheckout = () => import('./checkout-part.tsx').then((it) => it.CheckoutPart)

interface MenuSheetProps {
  readonly nodeId: string
  readonly host: Host
  readonly scene: MenuScene
  readonly cart: Cart
  readonly change: (next: (cart: Cart) => Cart) => void
  readonly open: OpenSheet | null
  readonly onOpen: (sheet: OpenSheet | null) => void
}

/**
 * The sheet over the menu: a dish, the cart, the checkout. It opens at once; what it holds are parts of their own, which
 * a page that is only read never fetches.
 */
export function MenuSheet({ nodeId, host, scene, cart, change, open, onOpen }: MenuSheetProps) {
  const { words } = scene
  const close = useCallback(() => onOpen(null), [])
  const failed = () => {
    if (!open) return
    host.toast(words.partFailed)
    close()
  }
  const at = open?.sheet
  // As much again as all before: fetched by who goes there.
  const DishPart = usePart<DishPartProps>(loadDish, at === 'dish' ? 1 : 0, failed)
  const CheckoutPart = usePart<CheckoutPartProps>(loadCheckout, at === 'checkout' ? 1 : 0, failed)

  const add = (entry: CartEntry) => {
    change((now) => addEntry(now, entry))
    close()
  }

  if (!open) return null
  const sheet = (key: string, title: string, plain: boolean, part: ReactNode) => (
    <Sheet key={key} open plain={plain} title={title} closeLabel={words.close} onClose={close}>
      {part || <PartBones scene={scene} />}
    </Sheet>
  )
  if (open.sheet === 'dish')
    return sheet(
      open.dish.id,
      open.dish.name,
      true,
      DishPart && <DishPart scene={scene} dish={open.dish} variantId={open.variantId} onAdd={add} />,
    )
  if (open.sheet === 'cart')
    return sheet(
      'cart',
      words.cart,
      false,
      <CartPart scene={scene} cart={cart} change={change} onCheckout={() => onOpen({ sheet: 'checkout' })} />,
    )
  return sheet(
    'checkout',
    words.yourOrder,
    false,
    CheckoutPart && (
      <CheckoutPart nodeId={nodeId} scene={scene} host={host} cart={cart} change={change} onClose={close} />
    ),
  )
}

/** Keeps the room of a part that is on its way. */
function PartBones({ scene }: { readonly scene: MenuScene }) {
  return (
    <LoadingBox env={scene.env} className="b-menu__sheet-body">
      <View className="b-menu__intro">
        <Bone width="60%" height="24px" />
        <Bone width="90%" />
        <Bone width="100%" height="160px" />
      </View>
    </LoadingBox>
  )
}
