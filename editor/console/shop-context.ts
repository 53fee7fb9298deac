import { createContext, useContext } from 'react'
import { useLanguage } from '#editor/words/use-words.ts'
import type { Language, Program, ShopSettings } from '#platform/contract/merchant.ts'
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
  const language: Language = useLanguage()
  return (amountMinor) => moneyText(amountMinor, currency, language)
}

/** Whether this person may change anything at the counter; the server decides again. */
export function useCanWork(): boolean {
  return useShop().program.role !== 'viewer'
}
