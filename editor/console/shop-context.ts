import { createContext, useContext } from 'react'
import { useLocale } from '#editor/words/use-words.ts'
import type { Program, ShopSettings } from '#platform/contract/merchant.ts'
import { may } from '#platform/contract/rights.ts'
import { moneyText } from './rules/money.ts'

/** The shop whose counter this is; there before any area is drawn. */
export interface ConsoleShop {
  readonly program: Program
  readonly settings: ShopSettings
}

export const ShopContext = createContext<ConsoleShop | null>(null)

export function useShop(): ConsoleShop {
  const shop = useContext(ShopContext)
  if (!shop) throw new Error('useShop outside of ConsolePage')
  return shop
}

/** Amounts in the shop's currency, as the person at the counter reads them. */
export function useMoney(): (amountMinor: number) => string {
  const { currency } = useShop().settings
  const locale = useLocale()
  return (amountMinor) => moneyText(amountMinor, currency, locale)
}

/** Whether this person decides which version is live; the server decides again. */
export function useCanPublish(): boolean {
  return may(useShop().program.role, 'publish')
}

/** Whether this person may change anything at the counter; the server decides again. */
export function useCanWork(): boolean {
  return useShop().program.role !== 'viewer'
}
