/** No table or column is forgotten: each is told, or says why not. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeFields } from '../contract/shop-changes.ts'
import { withTenant } from '../db/database.ts'
import { uuidv7 } from '../db/uuidv7.ts'
import { createTestDatabase } from '../testing/database.ts'
import type { TestDatabase } from '../testing/database.ts'
import { auditedTables, isTold, neverTold } from './audited-tables.ts'

let database: TestDatabase
beforeAll(async () => void (database = await createTestDatabase()))
afterAll(() => database.close())

/** Tables of tenants without a history here, and why. */
const without: { readonly [table: string]: string } = {
  program: 'its name is the shop’s; whatever else changes is a release or a data version',
  program_route: 'never changed',
  program_visit: 'where somebody stopped looking',
  person_seen: 'when somebody was here',
  doc: 'the document has a history of its own',
  doc_update: 'the document has a history of its own',
  doc_snapshot: 'the document has a history of its own',
  doc_version: 'the document has a history of its own',
  doc_damaged_update: 'what the operator looks at',
  release: 'releases have a history of their own',
  release_event: 'is that history',
  release_plan: 'releases have a history of their own',
  release_rollout: 'releases have a history of their own',
  rollout_order: 'what customers ordered while a release was tried',
  preview_link: 'ends by itself within days',
  phone_preview: 'ends by itself within the hour',
  picture: 'the library of the workspace; a picture that a dish shows is told with the dish',
  comment_thread: 'comments say themselves who said what',
  comment: 'comments say themselves who said what',
  comment_read: 'what somebody has read',
  coupon_claim: 'the customers’ side',
  coupon_redemption: 'the customers’ side',
  coupon_event: 'a history itself',
  flash_sale_share: 'the customers’ side',
  flash_sale_take: 'the customers’ side',
  order_tip: 'the customers’ side',
  workspace_customer: 'the customers’ side',
  shop_job: 'its steps say themselves when they were done',
  queue_switch: 'turned on and off through the day',
  queue_line: 'counts numbers',
  queue_ticket: 'the customers’ side, over by the end of the day',
  form_attachment: 'the customers’ side',
  check_in: 'customers do that',
  wallet_lot: 'follows from the ledger',
  form_submission: 'the customers’ side; who dealt with it stands on the row',
  visitor: 'the customers’ side',
  browser: 'the customers’ side',
  login_request: 'the customers’ side',
  consent: 'the customers’ side',
  member: 'the customers’ side',
  wallet: 'the customers’ side',
  wallet_entry: 'a ledger itself',
  quote: 'the customers’ side',
  order_line: 'never changed',
  order_stock: 'follows from the order',
  stock_entry: 'a ledger itself',
  receipt: 'never changed',
  kitchen_ticket: 'moves with the order, many times a minute',
  order_event: 'a history itself',
  booking_resource: 'follows from the booking',
  class_session: 'follows from the bookings',
  booking_event: 'a history itself',
  payment: 'its provider moves it; refunds are told with the order',
  pay_account: 'made with the shop',
  pay_inbox: 'what providers sent',
  idempotency: 'what was sent twice',
  business_day: 'counts orders',
  order_quarter: 'counts orders',
  shop_event_cursor: 'tells consoles that something happened',
  shop_event: 'tells consoles that something happened',
  shop_timer: 'what is due',
  shop_change: 'is the history',
  visit_count: 'sums',
  webhook_endpoint: 'says itself who added it',
  webhook_delivery: 'what addresses were told',
}

test('every table of a tenant has a history, or a reason not to', async () => {
  const { rows } = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
    WHERE c.relkind = 'r' ORDER BY 1`.execute(database.db)
  const named = [...new Set([...auditedTables.map(({ table }) => table), ...Object.keys(without)])]
  expect(rows.map(({ name }) => name)).toEqual(named.sort())
})

test('every column that is left out exists, and every one that may name a person is left out', async () => {
  const { rows } = await sql<{ table: string; column: string }>`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    WHERE table_schema = 'public'`.execute(database.db)
  const columnsOf = (table: string) => rows.filter((row) => row.table === table).map(({ column }) => column)
  for (const audited of auditedTables) {
    const columns = columnsOf(audited.table)
    const referred = [audited.subject, audited.name, audited.part?.id, ...Object.keys(audited.refersTo ?? {})]
    const named = [...referred, ...Object.keys(audited.leaveOut ?? {}), ...(audited.only ?? [])]
    expect(columns, audited.table).toEqual(expect.arrayContaining(named.filter((column) => column !== undefined)))
    const told = columns.filter((column) => isTold(audited, column))
    const personal = /email|contact|customer|visitor|note|reason|created_by/
    expect(
      told.filter((column) => personal.test(column)),
      audited.table,
    ).toEqual([])
    // The studio has words for these, complete by type.
    expect(changeFields, audited.table).toEqual(expect.arrayContaining(told))
  }
  expect([...neverTold]).not.toContain('status')
})

test('what has a history is written through its door and nowhere else', async () => {
  const { db } = database
  const tenantId = uuidv7()
  const trying = (work: Parameters<typeof withTenant<unknown>>[2]) => withTenant(db, tenantId, work)
  const message = /has a history: write it in/
  await expect(trying((tx) => tx.updateTable('dish').set({ status: 'hidden' }).execute())).rejects.toThrow(message)
  await expect(trying((tx) => tx.deleteFrom('poster').execute())).rejects.toThrow(message)
  const row = { tenant_id: tenantId, user_id: 'ann', role: 'owner' as const }
  await expect(trying((tx) => tx.insertInto('workspace_member').values(row).execute())).rejects.toThrow(message)
  await expect(trying((tx) => sql`UPDATE shop SET phone = ''`.execute(tx))).rejects.toThrow(message)
  await expect(trying((tx) => sql`DELETE FROM "dish_variant" WHERE true`.execute(tx))).rejects.toThrow(message)
  // What is never told may be counted by whoever counts it, and looking is free.
  await trying((tx) => tx.updateTable('coupon').set({ claimed: 1 }).execute())
  await trying((tx) => tx.selectFrom('dish').selectAll().execute())
})
