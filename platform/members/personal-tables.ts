/** Where a person is in the shop's tables: what an export holds. A test compares this with the database. */

export interface PersonalTable {
  readonly table: string
  /** The column by which their rows are found, and what it holds. */
  readonly by: { readonly column: string; readonly of: 'visitor' | 'member' | 'wallet' | 'order' }
  /** Columns that are no words about them, or belong to others. */
  readonly leaveOut?: readonly string[]
}

export const personalTables: readonly PersonalTable[] = [
  { table: 'member', by: { column: 'visitor_id', of: 'visitor' } },
  { table: 'consent', by: { column: 'visitor_id', of: 'visitor' } },
  { table: 'wallet', by: { column: 'member_id', of: 'member' } },
  { table: 'wallet_entry', by: { column: 'wallet_id', of: 'wallet' }, leaveOut: ['actor'] },
  { table: 'check_in', by: { column: 'member_id', of: 'member' } },
  { table: 'coupon_claim', by: { column: 'visitor_id', of: 'visitor' }, leaveOut: ['handed_by'] },
  { table: 'shop_order', by: { column: 'visitor_id', of: 'visitor' } },
  { table: 'order_line', by: { column: 'order_id', of: 'order' } },
  { table: 'payment', by: { column: 'visitor_id', of: 'visitor' }, leaveOut: ['cashier_url', 'return_url'] },
  { table: 'booking', by: { column: 'visitor_id', of: 'visitor' } },
  { table: 'form_submission', by: { column: 'visitor_id', of: 'visitor' }, leaveOut: ['handled_by'] },
  { table: 'form_attachment', by: { column: 'visitor_id', of: 'visitor' }, leaveOut: ['body'] },
  { table: 'queue_ticket', by: { column: 'visitor_id', of: 'visitor' } },
  { table: 'flash_sale_share', by: { column: 'visitor_id', of: 'visitor' } },
]

/** Tables that name a visitor and are not told: why. */
export const notTold: { readonly [table: string]: string } = {
  browser: 'the key of a device, as a hash: nothing that anybody could read',
  quote: 'a price that was asked for, forgotten after a day unless it became an order, which is told',
}
