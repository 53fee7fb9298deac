import { createHash } from 'node:crypto'
import { ShopRefusal } from './refusal.ts'
import { isId } from './scope.ts'
import type { ShopTx } from './scope.ts'

type Result = { readonly [name: string]: string | null }

/**
 * Does `work` once per principal and key, in the transaction that it is part of. A second call with the same key waits
 * for the first and gets its result; when the first was undone, the second one works. Locks come first: call it before
 * anything else in the transaction.
 * @param body - what was asked; the same key with another body is refused with `conflict`
 * @param work - answers with ids, from which the reply is drawn again for each call
 */
export async function once<Ids extends Result>(
  { tx, keys, programId }: ShopTx,
  request: { readonly principal: string; readonly key: string; readonly route: string; readonly body: unknown },
  work: () => Promise<Ids>,
): Promise<Ids> {
  const { principal, route } = request
  if (!isId(request.key)) throw new ShopRefusal('bad-request', 'Idempotency-Key must be a UUID')
  const key = request.key.toLowerCase()
  const bodySha256 = createHash('sha256').update(route).update('\n').update(JSON.stringify(request.body)).digest()
  const inserted = await tx
    .insertInto('idempotency')
    .values({ ...keys, principal, key, route, body_sha256: bodySha256 })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'program_id', 'principal', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  const own = () =>
    tx
      .selectFrom('idempotency')
      .selectAll()
      .where('program_id', '=', programId)
      .where('principal', '=', principal)
      .where('key', '=', key)
  if (!inserted) {
    const first = await own().executeTakeFirstOrThrow()
    if (!first.body_sha256.equals(bodySha256))
      throw new ShopRefusal('conflict', 'This Idempotency-Key was used for another request')
    return first.result as Ids
  }
  const result = await work()
  await tx
    .updateTable('idempotency')
    .set({ result: JSON.stringify(result) })
    .where('program_id', '=', programId)
    .where('principal', '=', principal)
    .where('key', '=', key)
    .execute()
  return result
}
