import type { PlacedOrder } from '#model/shop/orders.ts'
import type { Host } from '../kit/host.ts'
import type { Cart } from './cart.ts'
import { CartSheet } from './cart-sheet.tsx'
import { CheckoutSheet } from './checkout-sheet.tsx'
import type { MenuScene } from './scene.ts'

export interface OrderingProps {
  readonly step: 'cart' | 'checkout'
  readonly scene: MenuScene
  readonly host: Host
  readonly cart: Cart
  readonly change: (next: (cart: Cart) => Cart) => void
  readonly onCheckout: () => void
  readonly onPlaced: (result: PlacedOrder, ordered: Cart) => void
  readonly onClose: () => void
}

/** From a filled cart to an order. A part of its own: it is fetched once there is something in the cart. */
export function Ordering({ step, ...props }: OrderingProps) {
  return step === 'cart' ? <CartSheet {...props} /> : <CheckoutSheet {...props} />
}
