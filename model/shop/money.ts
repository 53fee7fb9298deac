import { z } from 'zod/mini'

/** Integer minor units of the shop's currency (fen, cents, yen): never a fraction. */
export const amountMinor = z.int().check(z.gte(0), z.lte(1_000_000_000_00))

/** ISO 4217, e.g. `CNY`. */
export const currencyCode = z.string().check(z.regex(/^[A-Z]{3}$/))
