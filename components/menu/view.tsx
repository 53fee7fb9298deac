import './menu.css'
import { useState } from 'react'
import { Button, Icon, Input, Text, View } from '#components/primitives/index.ts'
import type { Dish } from '#model/shop/catalogue.ts'
import type { PlacedOrder } from '#model/shop/orders.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { EmptyBox, FailedBox } from '../kit/state-boxes.tsx'
import { usePart } from '../kit/use-part.ts'
import type { BlockViewProps } from '../kit/view.ts'
import { addEntry, type Cart, type CartEntry, entryOf, type Reconciled, setQuantity, subtract } from './cart.ts'
import { CartBar } from './cart-bar.tsx'
import { CategoryRail } from './category-rail.tsx'
import { firstChoice } from './choice.ts'
import type { MenuProps } from './definition.ts'
import { DishRow } from './dish-row.tsx'
import type { OrderingProps } from './ordering.tsx'
import { OptionsSheet } from './options-sheet.tsx'
import { createScene, type MenuScene } from './scene.ts'
import { type MenuSection, sectionsOf } from './search.ts'
import { MenuSkeleton } from './skeleton.tsx'
import { useCart } from './use-cart.ts'

/** Pictures in view on a large phone when the page opens. */
const earlyPictures = 6

export function MenuView(view: BlockViewProps<MenuProps>) {
  const { props, data, env } = view
  const failed = [data.menu, data.shop].find((each) => each.status === 'failed')
  if (failed?.status === 'failed') return <FailedBox env={env} code={failed.code} retry={failed.retry} />
  if (data.menu.status !== 'ready' || data.shop.status !== 'ready') return <MenuSkeleton env={env} props={props} />
  return <ReadyMenu view={view} scene={createScene(data.menu.value, data.shop.value, props, env)} />
}

const loadOrdering = () => import('./ordering.tsx').then((it) => it.Ordering)

type Open = { readonly sheet: 'dish'; readonly dish: Dish } | { readonly sheet: 'cart' | 'checkout' }

function ReadyMenu({ view, scene }: { view: BlockViewProps<MenuProps>; scene: MenuScene }) {
  const { host, nodeId, env, props } = view
  const { menu, words } = scene
  const alive = env.mode !== 'canvas'
  const { cart, change, changes, dismiss } = useCart(host, menu, env.nowMs, alive)
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState<Open | null>(null)
  // Fetched early, so that it is there by the time of the tap, which tries again if it had to.
  const attempt = open && open.sheet !== 'dish' ? 2 : cart.length && 1
  const Ordering = usePart<OrderingProps>(loadOrdering, attempt, () => {
    if (!open) return
    host.toast(words.partFailed)
    setOpen(null)
  })
  const sections = sectionsOf(menu, query)
  const idOf = (section: MenuSection) => `menu-${nodeId}-${section.id}`
  const close = () => setOpen(null)

  const setCount = (dish: Dish, count: number) => {
    const entry = entryOf(dish, menu, firstChoice(dish, []), '', 1)
    change((now) =>
      now.some((each) => each.key === entry.key) ? setQuantity(now, entry.key, count) : addEntry(now, entry),
    )
  }
  const add = (entry: CartEntry) => {
    change((now) => addEntry(now, entry))
    close()
  }
  const placed = ({ order, payment }: PlacedOrder, ordered: Cart) => {
    change((now) => subtract(now, ordered))
    close()
    if (payment) host.pay(payment)
    else host.openOrder(order.id)
  }

  let drawn = 0
  return (
    <View className={`b-menu b-menu--${props.layout}${props.search ? ' b-menu--search' : ''}`}>
      <EditableText
        prop="title"
        value={props.title}
        env={env}
        hint={words.titleHint}
        headingLevel={2}
        className="b-menu__title"
      />
      {props.search && (
        <View className="b-menu__search">
          <Icon name="search" />
          <Input
            className="b-menu__query"
            value={query}
            confirmType="search"
            placeholder={words.search}
            ariaLabel={words.search}
            onInput={(event) => setQuery(event.detail.value)}
          />
          {query && (
            <Button className="b-menu__clear" ariaLabel={words.clearSearch} onClick={() => setQuery('')}>
              <Icon name="close" />
            </Button>
          )}
        </View>
      )}
      {!menu.dishes.length ? (
        <EmptyBox icon="store" text={words.empty} />
      ) : (
        <View className="b-menu__body">
          <CategoryRail scene={scene} sections={sections} cart={cart} idOf={idOf} />
          <View className="b-menu__list">
            {sections.map((section) => (
              <View key={section.id} id={idOf(section)} className="b-menu__section">
                <Text ariaRole="heading" ariaLevel={3} className="b-menu__heading">
                  {section.name}
                </Text>
                {section.dishes.map((dish) => (
                  <DishRow
                    key={dish.id}
                    scene={scene}
                    dish={dish}
                    cart={cart}
                    early={drawn++ < earlyPictures}
                    onOpen={alive ? (chosen) => setOpen({ sheet: 'dish', dish: chosen }) : undefined}
                    onCount={alive ? setCount : () => {}}
                  />
                ))}
              </View>
            ))}
            {!sections.length && (
              <EmptyBox icon="search" text={words.nothingFound(query)}>
                <Button className="b-menu__second" onClick={() => setQuery('')}>
                  <Text>{words.showAll}</Text>
                </Button>
              </EmptyBox>
            )}
          </View>
        </View>
      )}
      {scene.channels.length > 0 && (
        <View className="b-menu__dock">
          {changes && <Changes scene={scene} changes={changes} onDismiss={dismiss} />}
          <CartBar
            scene={scene}
            cart={cart}
            onOpen={() => setOpen({ sheet: 'cart' })}
            onCheckout={() => setOpen({ sheet: 'checkout' })}
          />
        </View>
      )}
      {open?.sheet === 'dish' && (
        <OptionsSheet key={open.dish.id} scene={scene} dish={open.dish} onAdd={add} onClose={close} />
      )}
      {(open?.sheet === 'cart' || open?.sheet === 'checkout') && Ordering && (
        <Ordering
          step={open.sheet}
          scene={scene}
          host={host}
          cart={cart}
          change={change}
          onCheckout={() => setOpen({ sheet: 'checkout' })}
          onPlaced={placed}
          onClose={close}
        />
      )}
    </View>
  )
}

interface ChangesProps {
  readonly scene: MenuScene
  readonly changes: Reconciled
  readonly onDismiss: () => void
}

/** What has become of the cart since it was last looked at. */
function Changes({ scene, changes, onDismiss }: ChangesProps) {
  const { words, money, env } = scene
  return (
    <View className="b-menu__changes" ariaRole="status">
      <View className="b-menu__changes-text">
        {changes.dropped.length > 0 && (
          <Text>{words.dropped(changes.dropped.join(env.language === 'en' ? ', ' : '、'))}</Text>
        )}
        {changes.repriced.map(({ name, fromMinor, toMinor }) => (
          <Text key={name}>{words.repriced(name, money(fromMinor), money(toMinor))}</Text>
        ))}
      </View>
      <Button className="b-menu__text-button" onClick={onDismiss}>
        <Text>{words.gotIt}</Text>
      </Button>
    </View>
  )
}
