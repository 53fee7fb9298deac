import './menu.css'
import './menu-dish.css'
import { type ComponentProps, useMemo, useState } from 'react'
import { Button, Icon, Input, Text, View } from '#components/primitives/index.ts'
import type { Menu, ShopInfo } from '#model/shop/catalogue.ts'
import { EditableText } from '../kit/editable-text.tsx'
import type { FailedBox } from '../kit/failed-box.tsx'
import { EmptyBox } from '../kit/state-boxes.tsx'
import { usePart } from '../kit/use-part.ts'
import { useWish } from '../kit/use-wish.ts'
import type { BlockViewProps } from '../kit/view.ts'
import { useOrdering } from '../ordering/use-ordering.tsx'
import { CategoryRail } from './category-rail.tsx'
import type { MenuProps } from './definition.ts'
import { DishSection, marksOf } from './dish-section.tsx'
import { type MenuSection, sectionsOf } from '../ordering/search.ts'
import { MenuSkeleton } from './skeleton.tsx'

/** Pictures in view on a large phone when the page opens. */
const earlyPictures = 6

export function MenuView(view: BlockViewProps<MenuProps>) {
  const { props, data, env } = view
  const failed = [data.menu, data.shop].find((each) => each.status === 'failed')
  // Menus rarely fail: they come with their page.
  const Failed = usePart<ComponentProps<typeof FailedBox>>(loadFailed, failed ? 1 : 0, nothing)
  if (failed?.status === 'failed' && Failed) return <Failed env={env} code={failed.code} retry={failed.retry} />
  if (data.menu.status !== 'ready' || data.shop.status !== 'ready') return <MenuSkeleton env={env} props={props} />
  return <ReadyMenu view={view} menu={data.menu.value} shop={data.shop.value} />
}

interface ReadyMenuProps {
  readonly view: BlockViewProps<MenuProps>
  readonly menu: Menu
  readonly shop: ShopInfo
}

function ReadyMenu({ view, menu: known, shop }: ReadyMenuProps) {
  const { host, nodeId, env, props } = view
  const { still, scene, cart, alive, openDish, setCount, dock } = useOrdering(view, known, shop, 'around')
  const { menu } = scene
  const { words } = scene
  const [query, setQuery] = useState('')
  const sections = useMemo(() => sectionsOf(menu, query), [menu, query])
  const idOf = (section: MenuSection) => `menu-${nodeId}-${section.id}`
  useWish(host, 'dish', (id) => {
    const dish = menu.dishes.find((each) => each.id === id)
    if (dish) openDish(dish)
  })

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
            {sections.map((section) => {
              const early = Math.max(0, earlyPictures - drawn)
              drawn += section.dishes.length
              return (
                <DishSection
                  key={section.id}
                  id={idOf(section)}
                  scene={still}
                  section={section}
                  marks={marksOf(section, scene, cart)}
                  early={early}
                  onOpen={alive ? openDish : undefined}
                  onCount={alive ? setCount : nothing}
                />
              )
            })}
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
      {dock}
    </View>
  )
}

const loadFailed = () => import('../kit/failed-box.tsx').then((it) => it.FailedBox)
const nothing = () => {}
