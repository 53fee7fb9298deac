import { sql } from 'kysely'
import type { MemberExport } from '#platform/contract/members.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { personalTables } from './personal-tables.ts'

/** All that the shop has of a person, row by row. Undefined when there is no such member. */
export async function exportMember(at: ShopTx, memberId: string): Promise<MemberExport | undefined> {
  const person = isId(memberId) ? await findPerson(at, memberId) : undefined
  if (!person) return undefined
  const data: { [table: string]: unknown[] } = {}
  for (const { table, by, leaveOut = [] } of personalTables) {
    const { rows } = await sql<{ row: unknown }>`
      SELECT to_jsonb(t) - ${['tenant_id', 'program_id', ...leaveOut]}::text[] AS row FROM ${sql.table(table)} t
      WHERE t.program_id = ${at.programId} AND ${sql.ref(`t.${by.column}`)} IN (${idsOf(at, by.of, person)})`.execute(
      at.tx,
    )
    data[table] = rows.map(({ row }) => row)
  }
  return { shop: (await loadShop(at)).name, exportedAtIso: at.now.toString(), data }
}

interface Person {
  readonly visitorId: string
  readonly memberId: string
}

async function findPerson({ tx, programId }: ShopTx, memberId: string): Promise<Person | undefined> {
  const row = await tx
    .selectFrom('member')
    .select('visitor_id')
    .where('program_id', '=', programId)
    .where('id', '=', memberId)
    .where('merged_into', 'is', null)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return row && { memberId, visitorId: row.visitor_id }
}

/** Cards that became part of this one are theirs too. */
function idsOf({ programId }: ShopTx, of: 'visitor' | 'member' | 'wallet' | 'order', { visitorId, memberId }: Person) {
  const members = sql`SELECT id FROM member WHERE program_id = ${programId} AND (id = ${memberId} OR merged_into = ${memberId})`
  if (of === 'visitor') return sql`${visitorId}::uuid`
  if (of === 'member') return members
  if (of === 'wallet') return sql`SELECT id FROM wallet WHERE program_id = ${programId} AND member_id IN (${members})`
  return sql`SELECT id FROM shop_order WHERE program_id = ${programId} AND visitor_id = ${visitorId}`
}
