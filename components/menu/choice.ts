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

/** The largest quantity this option may still be raised to. */
export function roomFor(group: ModifierGroup, chosen: Chosen, optionId: string): number {
  const option = group.options.find((each) => each.id === optionId)
  if (!option || option.soldOut) return 0
  const others = countOf(group, chosen) - (chosen[optionId] ?? 0)
  return Math.max(0, Math.min(option.maxQuantity, group.max - others))
}

/**
 * A tap on an option. Where one is allowed it replaces the one before; a required one cannot be taken away. Where
 * several are allowed it switches on or off, and nothing happens when the group is full.
 */
export function toggleOption(group: ModifierGroup, chosen: Chosen, optionId: string): Chosen {
  if (chosen[optionId]) return group.max === 1 && group.min === 1 ? chosen : setOption(group, chosen, optionId, 0)
  if (group.max !== 1) return setOption(group, chosen, optionId, 1)
  const cleared = Object.fromEntries(
    Object.entries(chosen).filter(([id]) => !group.options.some((each) => each.id === id)),
  )
  return setOption(group, cleared, optionId, 1)
}

/** Sets a quantity, cut to what the option and its group allow; 0 takes it away. */
export function setOption(group: ModifierGroup, chosen: Chosen, optionId: string, quantity: number): Chosen {
  const { [optionId]: _, ...rest } = chosen
  const allowed = Math.min(quantity, roomFor(group, chosen, optionId))
  return allowed > 0 ? { ...rest, [optionId]: allowed } : rest
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
