import { withTenant } from '../db/database.ts'
import type { ScopedTx } from '../db/database.ts'
import { inShop } from '../shop/scope.ts'
import type { ShopDb, ShopScope, ShopTx } from '../shop/scope.ts'
import { recordChanges } from './record-changes.ts'
import type { Changing } from './record-changes.ts'
import type { Stock } from './take-stock.ts'

/** Work inside a shop that may change it, each difference written down with who made it. */
export function changeShop<Result>(
  services: ShopDb,
  scope: ShopScope,
  changing: Omit<Changing, keyof ShopScope>,
  work: (at: ShopTx, before: Stock) => Promise<Result>,
): Promise<Result> {
  const { tenantId, programId } = scope
  return inShop(services, scope, (at) =>
    recordChanges(at.tx, { ...changing, tenantId, programId }, (tx, before) => work({ ...at, tx }, before)),
  )
}

/** Likewise for who belongs to a workspace or its programs, and what they may do. */
export function changePeople<Result>(
  { db }: Pick<ShopDb, 'db'>,
  tenantId: string,
  by: string,
  work: (tx: ScopedTx) => Promise<Result>,
): Promise<Result> {
  return withTenant(db, tenantId, (tx) => recordChanges(tx, { tenantId, of: 'people', by }, work))
}
