import { useState } from 'react'
import { afterFrame, Button, Icon, Text, View } from '#components/primitives/index.ts'
import type { Dish } from '#model/shop/catalogue.ts'
import { hasChoices, leftOf } from './choice.ts'
import { MenuPrice } from './price.tsx'
import type { StillScene } from './scene.ts'
import { Stepper } from './stepper.tsx'

interface DishBuyProps {
  readonly scene: StillScene
  readonly dish: Dish
  /** That it cannot be had, and until when; undefined when it can. */
  readonly out: string | undefined
  /** How many of it are in the cart, in whatever choice. */
  readonly count: number
  readonly onOpen: ((dish: Dish) => void) | undefined
  /** So many more, or less: of two quick taps the second may not have seen the first drawn. */
  readonly onCount: (dish: Dish, more: number) => void
}

/** What a dish costs at this moment, and the way into the cart. */
export function DishBuy({ scene, dish, out, count: known, onOpen, onCount }: DishBuyProps) {
  const { words } = scene
  const [count, add] = useCountAhead(known, (more) => onCount(dish, more))
  const { lowest, isLowestOfSeveral } = pricesOf(dish, out !== undefined)
  return (
    <View className="b-menu__buy">
      <MenuPrice
        scene={scene}
        amountMinor={lowest?.priceMinor ?? 0}
        from={isLowestOfSeveral}
        wasMinor={lowest?.sale?.state === 'on' ? lowest.sale.regularMinor : undefined}
      />
      {out ? (
        <Text className="b-menu__out">{out}</Text>
      ) : !scene.channels.length ? null : hasChoices(dish) ? (
        <View className="b-menu__stepper">
          {count > 0 && <Text className="b-menu__badge">{count}</Text>}
          <Button
            className="b-menu__step b-menu__step--more"
            ariaLabel={words.choose(dish.name)}
            onClick={onOpen && (() => onOpen(dish))}
          >
            <Icon name="plus" size={16} />
          </Button>
        </View>
      ) : (
        <Stepper
          words={words}
          name={dish.name}
          count={count}
          most={out ? undefined : leftOf(dish)}
          onChange={(next) => add(next - count)}
        />
      )}
    </View>
  )
}

/** The cheapest size that can be had, or of all when none can. */
function pricesOf({ variants }: Dish, isOut: boolean) {
  const offered = variants.filter((each) => isOut || !each.soldOut)
  const lowest = offered.toSorted((a, b) => a.priceMinor - b.priceMinor)[0]
  return { lowest, isLowestOfSeveral: offered.some(({ priceMinor }) => priceMinor > (lowest?.priceMinor ?? 0)) }
}

/** Answers a tap in the very next frame; what else follows of it, in the bar and the rail, comes right behind. */
function useCountAhead(known: number, tell: (more: number) => void): [count: number, add: (more: number) => void] {
  const [ahead, setAhead] = useState(0)
  const add = (more: number) => {
    setAhead((now) => now + more)
    afterFrame(() => {
      tell(more)
      setAhead((now) => now - more)
    })
  }
  return [known + ahead, add]
}
