/** What becomes of a choice when an option is tapped. Pure. */
import type { ModifierGroup } from '#model/shop/catalogue.ts'
import { type Chosen, countOf } from './choice.ts'

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
