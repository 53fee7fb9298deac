/** What every block that sells shares: the one cart of the page, its bar, and the sheets that lead to an order. */
import './menu-price.css'
import './menu-stepper.css'
import './menu-bar.css'
import './menu-sheet.css'
import './menu-checkout.css'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { View } from '#components/primitives/index.ts'
import type { Dish, Menu, ShopInfo } from '#model/shop/catalogue.ts'
import { useLoginReturn } from '../kit/use-login-return.ts'
import { usePart } from '../kit/use-part.ts'
import type { BlockViewProps } from '../kit/view.ts'
import { addEntry, type Cart, entryOf, setQuantity } from './cart.ts'
import { CartBar } from './cart-bar.tsx'
import { firstChoice } from './choice.ts'
import { menuFor } from './menu-for.ts'
import type { MenuChangesProps } from './menu-changes.tsx'
import { MenuSheet, type OpenSheet } from './menu-sheet.tsx'
import type { OrderingProps } from './ordering-fields.ts'
import { createScene, createStillScene, type MenuScene, type StillScene } from './scene.ts'
import { useCart } from './use-cart.ts'

export interface Ordering<Props extends OrderingProps> {
  /** The same object as long as nothing of it changed: dishes are drawn anew only for their own sake. */
  readonly still: StillScene & { readonly props: Props }
  readonly scene: MenuScene & { readonly props: Props }
  readonly cart: Cart
  /** False on the canvas: nothing reacts. */
  readonly alive: boolean
  change(next: (cart: Cart) => Cart): void
  /** Opens the sheet of a dish, at this size of it or the first. */
  openDish(dish: Dish, variantId?: string): void
  /** So many more, or less, of a dish as it comes, in this size of it or the first. */
  setCount(dish: Dish, more: number, variantId?: string): void
  /** The bar with the cart, and whatever sheet is open. Stands last in the block. */
  readonly dock: ReactNode
}

/**
 * @param place - `around`: the block is as high as what it sells, and says also when nothing can be ordered; `page`: one
 *   of several blocks, its bar stays at the page's edge and shows up once the cart holds something
 */
export function useOrdering<Props extends OrderingProps>(
  view: Pick<BlockViewProps<Props>, 'nodeId' | 'props' | 'host' | 'env'>,
  known: Menu,
  shop: ShopInfo,
  place: 'around' | 'page',
): Ordering<Props> {
  const { host, nodeId, env, props } = view
  const still = useMemo(() => createStillScene(shop, props, env.language), [shop, props, env.language])
  const menu = useMemo(() => menuFor(known, still.channels[0]), [known, still])
  const scene = useMemo(() => createScene(still, menu, env), [still, menu, env])
  const alive = env.mode !== 'canvas'
  const { cart, change, changes, dismiss, isMine } = useCart(host, menu, env.nowMs, alive)
  const MenuChanges = usePart<MenuChangesProps>(loadChanges, changes ? 1 : 0, nothing)
  const [open, setOpen] = useState<OpenSheet | null>(null)

  useLoginReturn(host, nodeId, () => setOpen({ sheet: 'checkout' }))

  const openDish = useCallback((dish: Dish, variantId?: string) => setOpen({ sheet: 'dish', dish, variantId }), [])
  const setCount = useCallback(
    (dish: Dish, more: number, variantId?: string) => {
      const choice = firstChoice(dish, [])
      const entry = entryOf(dish, menu, { ...choice, variantId: variantId ?? choice.variantId }, '', more)
      change((now) => {
        const same = now.find((each) => each.key === entry.key)
        if (same) return setQuantity(now, entry.key, same.quantity + more)
        return more > 0 ? addEntry(now, entry) : now
      })
    },
    [menu],
  )

  const hasBar = scene.channels.length > 0 && isMine && (place === 'around' || cart.length > 0)
  const dock = (
    <>
      {hasBar && (
        <View className={`b-menu__dock${place === 'page' ? ' b-menu__dock--page' : ''}`}>
          {changes && MenuChanges && <MenuChanges scene={scene} changes={changes} onDismiss={dismiss} />}
          <CartBar
            scene={scene}
            cart={cart}
            onOpen={() => setOpen({ sheet: 'cart' })}
            onCheckout={() => setOpen({ sheet: 'checkout' })}
          />
        </View>
      )}
      <MenuSheet nodeId={nodeId} host={host} scene={scene} cart={cart} change={change} open={open} onOpen={setOpen} />
    </>
  )
  return { still, scene, cart, alive, change, openDish, setCount, dock }
}

const loadChanges = () => import('./menu-changes.tsx').then((it) => it.MenuChanges)
const nothing = () => {}
