/**
 * Which tables have a history, and how their rows are told. Every column is told unless it says here why not; a test
 * compares this list with the database, so a new table or column says which it is.
 */
import type { OpeningHours } from '#model/shop/catalogue.ts'
import type { ChangeKind, PartKind } from '../contract/shop-changes.ts'

/** What is looked at before and after: a whole shop, the team of a workspace, one order, one booking. */
export type StockKind = 'shop' | 'people' | 'order' | 'booking'

export type Row = Readonly<Record<string, unknown>>
export type Fields = Readonly<Record<string, unknown>>

export interface AuditedTable {
  readonly table: string
  readonly stock: StockKind
  readonly kind: ChangeKind
  /** Column with the id of the thing that it is, or is part of; absent: the stock's own. */
  readonly subject?: string
  /** Column with what it is called. */
  readonly name?: string
  readonly part?: { readonly kind: PartKind; readonly id: string }
  /** Column → table whose row it names; told with that row's name. */
  readonly refersTo?: { readonly [column: string]: string }
  /** Column → why its changes are nobody's doing, or nobody's business. */
  readonly leaveOut?: { readonly [column: string]: string }
  /** Instead: these columns and no others, since the rest is the customer's. */
  readonly only?: readonly string[]
  /** Draws several columns together, or one apart. */
  fieldsOf?(row: Row): Fields
}

/** Of every table: keys, and what follows from a change rather than being one. */
export const neverTold = new Set(['tenant_id', 'program_id', 'id', 'version', 'sort', 'created_at'])

export const auditedTables: readonly AuditedTable[] = [
  {
    table: 'category',
    stock: 'shop',
    kind: 'category',
    subject: 'id',
    name: 'name',
    refersTo: { station_id: 'station' },
  },
  { table: 'delivery_zone', stock: 'shop', kind: 'delivery-zone', subject: 'id', name: 'name' },
  { table: 'station', stock: 'shop', kind: 'station', subject: 'id', name: 'name' },
  {
    table: 'shop',
    stock: 'shop',
    kind: 'shop',
    name: 'name',
    refersTo: { stamps_coupon_id: 'coupon' },
    fieldsOf: shopFields,
  },
  {
    table: 'dish',
    stock: 'shop',
    kind: 'dish',
    subject: 'id',
    name: 'name',
    refersTo: { category_id: 'category', station_id: 'station' },
    fieldsOf: dishFields,
  },
  {
    table: 'dish_variant',
    stock: 'shop',
    kind: 'dish',
    subject: 'dish_id',
    name: 'name',
    part: { kind: 'variant', id: 'id' },
    leaveOut: { dish_id: 'what it is part of' },
  },
  {
    table: 'variant_stock',
    stock: 'shop',
    kind: 'dish',
    subject: 'dish_id',
    part: { kind: 'stock', id: 'variant_id' },
    refersTo: { variant_id: 'dish_variant' },
    leaveOut: {
      variant_id: 'what it is of',
      dish_id: 'what it is part of',
      on_hand: 'orders move it too; each move is in the ledger, with who made it',
      reserved: 'orders do that',
      last_seq: 'counts the moves',
    },
  },
  {
    table: 'dish_modifier_group',
    stock: 'shop',
    kind: 'dish',
    subject: 'dish_id',
    part: { kind: 'modifier-group', id: 'group_id' },
    refersTo: { group_id: 'modifier_group' },
    leaveOut: { dish_id: 'what it is part of' },
  },
  { table: 'modifier_group', stock: 'shop', kind: 'modifier-group', subject: 'id', name: 'name' },
  {
    table: 'modifier_option',
    stock: 'shop',
    kind: 'modifier-group',
    subject: 'group_id',
    name: 'name',
    part: { kind: 'option', id: 'id' },
    leaveOut: { group_id: 'what it is part of' },
  },
  { table: 'resource', stock: 'shop', kind: 'resource', subject: 'id', name: 'label' },
  { table: 'service', stock: 'shop', kind: 'service', subject: 'id', name: 'name' },
  {
    table: 'service_resource',
    stock: 'shop',
    kind: 'service',
    subject: 'service_id',
    part: { kind: 'resource', id: 'resource_id' },
    refersTo: { resource_id: 'resource' },
    leaveOut: { service_id: 'what it is part of' },
  },
  { table: 'tier', stock: 'shop', kind: 'tier', subject: 'id', name: 'name' },
  {
    table: 'coupon',
    stock: 'shop',
    kind: 'coupon',
    subject: 'id',
    name: 'title',
    refersTo: { dish_id: 'dish', tier_id: 'tier' },
    leaveOut: { claimed: 'customers do that' },
  },
  {
    table: 'flash_sale',
    stock: 'shop',
    kind: 'flash-sale',
    subject: 'id',
    refersTo: { dish_id: 'dish', variant_id: 'dish_variant' },
    leaveOut: { sold: 'customers do that' },
  },
  { table: 'poster', stock: 'shop', kind: 'poster', subject: 'code', name: 'name' },
  {
    table: 'workspace_member',
    stock: 'people',
    kind: 'person',
    subject: 'user_id',
    leaveOut: { user_id: 'what it is about' },
  },
  {
    table: 'program_member',
    stock: 'people',
    kind: 'person',
    subject: 'user_id',
    leaveOut: { user_id: 'what it is about' },
  },
  {
    table: 'invitation',
    stock: 'people',
    kind: 'invitation',
    subject: 'id',
    leaveOut: {
      email: 'an address of somebody who has not agreed to anything',
      uses: 'told as the people who joined',
      created_by: 'told as who did it',
    },
  },
  { table: 'shop_order', stock: 'order', kind: 'order', name: 'number', only: ['status', 'pay_status'] },
  {
    table: 'refund',
    stock: 'order',
    kind: 'order',
    part: { kind: 'refund', id: 'id' },
    only: ['amount_minor', 'status'],
  },
  // From the till; what went back through the provider is told above.
  {
    table: 'order_refund',
    stock: 'order',
    kind: 'order',
    part: { kind: 'refund', id: 'id' },
    only: ['amount_minor', 'status'],
  },
  { table: 'booking', stock: 'booking', kind: 'booking', name: 'code', only: ['status', 'starts_at', 'party_size'] },
]

/**
 * Written through `changes/` and nowhere else. Orders and bookings are not among them: customers, payments and time move
 * them too, and each move leaves an event of its own.
 */
export const guardedTables: ReadonlyMap<string, AuditedTable> = new Map(
  auditedTables.filter(({ stock }) => stock === 'shop' || stock === 'people').map((each) => [each.table, each]),
)

export function isTold({ only, leaveOut = {} }: AuditedTable, column: string): boolean {
  return only ? only.includes(column) : !neverTold.has(column) && !(column in leaveOut)
}

/** What is told of a row. */
export function fieldsOf(table: AuditedTable, row: Row): Fields {
  const told = Object.fromEntries(Object.entries(row).filter(([column]) => isTold(table, column)))
  return table.fieldsOf ? table.fieldsOf(told) : told
}

/** Each weekday and each other day by itself, so that “closed today” is one change and not a whole week's. */
function shopFields({ hours, ...row }: Row): Fields {
  const { weekly, exceptions } = hours as OpeningHours
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => [
    weekdayField(day),
    weekly.filter((period) => period.day === day).map(({ opens, closes }) => ({ opens, closes })),
  ])
  const dates = exceptions.map(({ date, periods, note }) => [dateField(date), { periods, note }])
  return { ...row, ...Object.fromEntries([...days, ...dates]) }
}

const weekdayField = (day: number): string => `hours.${day}`
const dateField = (date: string): string => `hours.${date}`

/** Until when it is sold out means nothing without that it is. */
function dishFields({ sold_out, sold_out_until, ...row }: Row): Fields {
  return { ...row, sold_out: sold_out === true ? { until: sold_out_until } : false }
}
