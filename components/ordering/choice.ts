/** What a visitor has chosen of one dish, and the rules of its modifier groups. Pure; shared by options sheet and cart. */
import type { Dish, Menu, ModifierGroup } from '#model/shop/catalogue.ts'

/** How many of each option, by option id. Options that are not chosen are absent. */
export type Chosen = { readonly [optionId: string]: number }

export interface Choice {
  readonly variantId: string
  readonly chosen: Chosen
}

export type GroupProblem = { readonly groupId: string; readonly missing: number }

/** The groups of a dish in the shop's order. Ids that no longer exist are passed over. */
export function groupsOf(dish: Dish, menu: Menu): readonly ModifierGroup[] {
  return dish.modifierGroupIds.flatMap((id) => menu.modifierGroups.find((group) => group.id === id) ?? [])
}

export function hasChoices(dish: Dish): boolean {
  return dish.variants.length > 1 || dish.modifierGroupIds.length > 0
}

/** Sold out as a whole, in every size, or because a required group has nothing left to choose. */
export function isSoldOut(dish: Dish, groups: readonly ModifierGroup[], nowMs: number): boolean {
  const { soldOut } = dish
  if (soldOut && !(soldOut.untilIso && Date.parse(soldOut.untilIso) <= nowMs)) return true
  return dish.variants.every((variant) => variant.soldOut) || groups.some((group) => group.min > mostOf(group))
}

/**
 * How many of a dish are left where that is few; undefined while there are plenty of any size of it, or nobody counts.
 */
export function leftOf(dish: Dish): number | undefined {
  const variants = dish.variants.filter((each) => !each.soldOut)
  if (!variants.length || variants.some((each) => each.left === undefined)) return undefined
  return variants.reduce((sum, each) => sum + (each.left ?? 0), 0)
}

/** What the options sheet opens with: the first size there is, and what the shop preselects as far as the rules allow. */
export function firstChoice(dish: Dish, groups: readonly ModifierGroup[]): Choice {
  let chosen: Chosen = {}
  for (const group of groups)
    for (const option of group.options)
      if (option.preselected && !option.soldOut && countOf(group, chosen) < group.max)
        chosen = { ...chosen, [option.id]: 1 }
  const variant = dish.variants.find((each) => !each.soldOut) ?? dish.variants[0]
  return { variantId: variant?.id ?? '', chosen }
}

/** Options taken of a group, counted with quantities. */
export function countOf(group: ModifierGroup, chosen: Chosen): number {
  return group.options.reduce((sum, option) => sum + (chosen[option.id] ?? 0), 0)
}

/** The groups that still want something, in order. */
export function problemsOf(groups: readonly ModifierGroup[], chosen: Chosen): readonly GroupProblem[] {
  return groups.flatMap((group) => {
    const missing = group.min - countOf(group, chosen)
    return missing > 0 ? [{ groupId: group.id, missing }] : []
  })
}

/** Price of one, an estimate: the server's quote counts. */
export function unitMinorOf(dish: Dish, groups: readonly ModifierGroup[], choice: Choice): number {
  const variant = dish.variants.find((each) => each.id === choice.variantId)
  return groups
    .flatMap((group) => group.options)
    .reduce((sum, option) => sum + option.priceMinor * (choice.chosen[option.id] ?? 0), variant?.priceMinor ?? 0)
}

function mostOf(group: ModifierGroup): number {
  return Math.min(
    group.max,
    group.options.reduce((sum, option) => sum + (option.soldOut ? 0 : option.maxQuantity), 0),
  )
}
