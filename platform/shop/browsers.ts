/** Which visitor a browser stands for. That changes when its customer signs in, and ends when they sign out. */
import { ShopRefusal } from './refusal.ts'
import type { ShopTx } from './scope.ts'

type At = Pick<ShopTx, 'tx' | 'programId'>

/** @throws ShopRefusal `unauthorised` for a browser that was forgotten */
export async function visitorOf(at: At, browserId: string): Promise<string> {
  return required(await ofBrowser(at, browserId).executeTakeFirst())
}

/**
 * Likewise, and holds both until the commit: nobody signs in on this browser meanwhile, so what is written now belongs to
 * whoever it is that it stands for.
 */
export async function holdVisitorOf(at: At, browserId: string): Promise<string> {
  const visitorId = required(await ofBrowser(at, browserId).forShare().executeTakeFirst())
  await at.tx
    .selectFrom('visitor')
    .select('id')
    .where('program_id', '=', at.programId)
    .where('id', '=', visitorId)
    .forKeyShare()
    .execute()
  return visitorId
}

function ofBrowser({ tx, programId }: At, browserId: string) {
  return tx.selectFrom('browser').select('visitor_id').where('program_id', '=', programId).where('id', '=', browserId)
}

function required(row: { visitor_id: string } | undefined): string {
  if (!row) throw new ShopRefusal('unauthorised', 'This browser has been signed out')
  return row.visitor_id
}
