import { useEffect, useState } from 'react'
import { Navigator, ScrollView, scrollToId, Text, useScrollSpy } from '#components/primitives/index.ts'
import { type Cart, countOfDish } from '../ordering/cart.ts'
import type { MenuScene } from '../ordering/scene.ts'
import type { MenuProps } from './definition.ts'
import type { MenuSection } from '../ordering/search.ts'

/** A heading counts as reached while it is within the upper part of a phone's screen. */
const reachedPx = 180
/** After this a scroll that was started by a tap has come to rest. */
const restMs = 900

interface RailProps {
  readonly scene: MenuScene & { readonly props: MenuProps }
  readonly sections: readonly MenuSection[]
  readonly cart: Cart
  readonly idOf: (section: MenuSection) => string
}

/** The categories; marks the one being read. They are links, so they work before any script has arrived. */
export function CategoryRail({ scene, sections, cart, idOf }: RailProps) {
  const { words, props, env } = scene
  const [current, tap] = useCurrent(sections.map(idOf))
  const side = props.layout === 'side'
  return (
    <ScrollView
      className="b-menu__rail"
      ariaRole="navigation"
      ariaLabel={words.categories}
      scrollX={!side}
      scrollY={side}
      scrollIntoView={current && `${current}-tab`}
      scrollWithAnimation
    >
      {sections.map((section) => {
        const id = idOf(section)
        const count = section.dishes.reduce((sum, dish) => sum + countOfDish(cart, dish.id), 0)
        return (
          <Navigator
            key={id}
            id={`${id}-tab`}
            className={`b-menu__category${id === current ? ' b-menu__category--now' : ''}`}
            {...(env.mode === 'canvas' ? {} : { url: `#${id}`, onClick: () => tap(id) })}
            {...(id === current ? { ariaCurrent: true } : {})}
          >
            <Text>{section.name}</Text>
            {count > 0 && <Text className="b-menu__badge">{count}</Text>}
          </Navigator>
        )
      })}
    </ScrollView>
  )
}

/** The tapped category stays marked on the way to it, and also when the page is too short to bring it to the top. */
function useCurrent(ids: readonly string[]): [string | undefined, (id: string) => void] {
  const reading = useScrollSpy(ids, reachedPx)
  const [tapped, setTapped] = useState<string | null>(null)
  const [atRest, setAtRest] = useState(false)
  useEffect(() => {
    if (!tapped) return
    const timer = setTimeout(() => setAtRest(true), restMs)
    return () => clearTimeout(timer)
  }, [tapped])
  useEffect(() => {
    if (!atRest && reading !== tapped) return
    setTapped(null)
    setAtRest(false)
  }, [reading])
  const tap = (id: string) => {
    setAtRest(false)
    setTapped(id)
    scrollToId(id)
  }
  return [tapped && ids.includes(tapped) ? tapped : reading, tap]
}
