/** The tables of `0003_commerce.sql` as the query builder sees them. */
import type { ColumnType, Generated } from 'kysely'
import type { OpeningHours, ServedTimes, ShopKind } from '#model/shop/catalogue.ts'
import type { OrderChannel, OrderLine, OrderStatus, PayStatus, QuoteRequest } from '#model/shop/orders.ts'
import type { BookingStatus, ServiceGap, ServiceKind, TimetableEntry } from '#model/shop/bookings.ts'
import type { CustomerField } from '#model/shop/customers.ts'
import type { LocalText } from '#model/program-spec.ts'
import type { DeliverTo } from '#platform/contract/delivery.ts'
import type { TaxAtRate, TaxMode } from '#model/shop/taxes.ts'

export type Instant = ColumnType<Date, Date | string, Date | string>
export type InstantOrNull = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
export type InstantWithDefault = ColumnType<Date, Date | string | undefined, Date | string>
/** Written as JSON text, read parsed. */
export type Json<Value> = ColumnType<Value, string, string>
type JsonWithDefault<Value> = ColumnType<Value, string | undefined, string>
type JsonOrNull<Value> = ColumnType<Value | null, string | null | undefined, string | null>

export interface OfShop {
  tenant_id: string
  program_id: string
}

export interface StoredPicture {
  readonly url: string
  readonly widthPx: number
  readonly heightPx: number
  readonly alt: LocalText
}

export type DishTag = 'signature' | 'spicy' | 'vegetarian' | 'new'

export interface ShopTable extends OfShop {
  name: string
  kind: Generated<ShopKind | null>
  currency: string
  time_zone: string
  phone: string
  address: string
  latitude: number | null
  longitude: number | null
  hours: Json<OpeningHours>
  orders_paused: Generated<boolean>
  lead_minutes: Generated<number>
  orders_per_quarter: Generated<number | null>
  ahead_days: Generated<number | null>
  points_per_unit: number
  tax_mode: Generated<TaxMode>
  tax_pcm: Generated<number>
  points_good_for_months: Generated<number | null>
  stamps_needed: Generated<number | null>
  stamps_coupon_id: Generated<string | null>
  stamps_by_order: Generated<boolean>
  stamps_min_minor: Generated<number>
  check_in_points: Generated<number>
  check_in_streak_days: Generated<number | null>
  check_in_streak_points: Generated<number>
  day_starts: Generated<string>
  version: Generated<number>
}

export interface ResourceTable extends OfShop {
  id: string
  kind: 'table' | 'staff' | 'room'
  label: string
  seats: number
  sort: number
  joins_next: Generated<boolean>
}

export interface CategoryTable extends OfShop {
  id: string
  served: JsonOrNull<ServedTimes>
  name: Json<LocalText>
  tax_pcm: Generated<number | null>
  station_id: Generated<string | null>
  sort: number
}

export interface DishTable extends OfShop {
  id: string
  category_id: string
  name: Json<LocalText>
  description: Json<LocalText>
  picture: JsonOrNull<StoredPicture>
  tags: DishTag[]
  status: Generated<'on' | 'hidden'>
  sold_out: Generated<boolean>
  sold_out_until: InstantOrNull
  station_id: Generated<string | null>
  sort: number
  version: Generated<number>
}

export interface DishVariantTable extends OfShop {
  id: string
  dish_id: string
  name: Json<LocalText>
  price_minor: number
  dine_in_minor: Generated<number | null>
  pickup_minor: Generated<number | null>
  delivery_minor: Generated<number | null>
  sold_out: Generated<boolean>
  sort: number
}

export interface ModifierGroupTable extends OfShop {
  id: string
  name: Json<LocalText>
  min_choices: number
  max_choices: number
  sort: number
}

export interface ModifierOptionTable extends OfShop {
  id: string
  group_id: string
  name: Json<LocalText>
  price_minor: number
  max_quantity: number
  preselected: boolean
  sold_out: Generated<boolean>
  sort: number
}

export interface DishModifierGroupTable extends OfShop {
  dish_id: string
  group_id: string
  sort: number
}

export interface VisitorTable extends OfShop {
  id: string
  /** Of `workspace_customer`: whoever signed in. */
  customer_id: Generated<string | null>
  /** Code of the poster scanned last. */
  via: Generated<string | null>
  via_at: InstantOrNull
  created_at: InstantWithDefault
}

export interface IdempotencyTable extends OfShop {
  principal: string
  key: string
  route: string
  body_sha256: Buffer
  result: JsonOrNull<{ readonly [name: string]: string | null }>
  created_at: InstantWithDefault
}

export interface ConsentTable extends OfShop {
  id: string
  /** Who filled in a form; null for what a customer agreed to. */
  visitor_id: string | null
  purpose: 'booking' | 'membership' | 'order-contact' | 'form'
  policy_version: number
  /** Who agreed that the program reads `fields`. */
  customer_id: Generated<string | null>
  fields: Generated<CustomerField[]>
  /** What the program was when it asked. */
  release_id: Generated<string | null>
  /** In which its words were read. */
  language: Generated<string | null>
  given_at: InstantWithDefault
  withdrawn_at: InstantOrNull
}

export interface TierTable extends OfShop {
  id: string
  name: Json<LocalText>
  from_points: number
  discount_percent: number
  perk: Json<LocalText>
}

export interface MemberTable extends OfShop {
  id: string
  visitor_id: string
  card_no: string
  name: string
  phone: string
  joined_at: InstantWithDefault
  /** The card that this one became part of when its customer signed in. */
  merged_into: Generated<string | null>
  /** Whose it was asked to be forgotten. */
  erased_at: InstantOrNull
}

export interface WalletTable extends OfShop {
  id: string
  member_id: string
  kind: 'points' | 'stamps'
  balance: Generated<number>
  earned_ever: Generated<number>
  last_seq: Generated<number>
}

/** `bonus`: given for something else than spending, so it counts for no tier. */
export type WalletEntryKind = 'earn' | 'redeem' | 'reverse' | 'adjust' | 'expire' | 'bonus'

export interface CheckInTable extends OfShop {
  member_id: string
  /** `YYYY-MM-DD`. */
  date: string
  streak: number
  points: number
  at: InstantWithDefault
}

export interface WalletLotTable extends OfShop {
  id: string
  wallet_id: string
  ref: string
  granted: number
  remaining: number
  expires_at: InstantOrNull
  created_at: InstantWithDefault
}

export interface WalletEntryTable extends OfShop {
  wallet_id: string
  seq: number
  kind: WalletEntryKind
  delta: number
  balance_after: number
  ref: string
  label: string
  actor: Generated<string>
  at: InstantWithDefault
}

export interface QuoteTable extends OfShop {
  id: string
  visitor_id: string
  request: Json<QuoteRequest>
  lines: Json<readonly OrderLine[]>
  currency: string
  subtotal_minor: number
  discount_minor: number
  coupon_minor: Generated<number>
  added_minor: Generated<number>
  total_minor: number
  points_to_earn: number
  promised_at: InstantOrNull
  expires_at: Instant
  created_at: InstantWithDefault
}

export interface BusinessDayTable extends OfShop {
  /** `YYYY-MM-DD`. */
  date: string
  last_number: number
  last_receipt: Generated<number>
}

export interface OrderQuarterTable extends OfShop {
  starts_at: Instant
  taken: number
}

export interface ShopOrderTable extends OfShop {
  id: string
  via: Generated<string | null>
  quote_id: string
  visitor_id: string
  business_date: string | null
  number: number | null
  channel: OrderChannel
  table_id: string | null
  table_label: string | null
  pay_at: 'online' | 'counter'
  status: OrderStatus
  pay_status: PayStatus
  currency: string
  subtotal_minor: number
  discount_minor: number
  coupon_minor: Generated<number>
  coupon_claim_id: string | null
  coupon_title: string | null
  tax_mode: Generated<TaxMode>
  taxes: JsonWithDefault<readonly TaxAtRate[]>
  tax_minor: Generated<number>
  tax_added_minor: Generated<number>
  deliver_to: JsonOrNull<DeliverTo>
  zone_name: Generated<string | null>
  delivery_minor: Generated<number>
  total_minor: number
  points_earned: Generated<number>
  contact_phone: string | null
  promised_at: InstantOrNull
  promised_wall: Generated<string | null>
  promised_asap: Generated<boolean>
  quarter_at: InstantOrNull
  refunded_minor: Generated<number>
  refund_held_minor: Generated<number>
  reason: Generated<string>
  created_at: InstantWithDefault
  placed_at: InstantOrNull
  paid_at: InstantOrNull
  expires_at: InstantOrNull
  version: Generated<number>
}

export interface OrderLineTable extends OfShop {
  order_id: string
  seq: number
  dish_id: string
  variant_id: string
  name: string
  variant_name: string
  modifiers: Json<OrderLine['modifiers']>
  note: string
  quantity: number
  unit_minor: number
  total_minor: number
}

export interface OrderEventTable extends OfShop {
  order_id: string
  seq: number
  from_status: OrderStatus | null
  to_status: OrderStatus
  actor: string
  reason: Generated<string>
  at: InstantWithDefault
}

export interface PayAccountTable extends OfShop {
  id: string
  provider: 'sandbox'
  external_id: string
  livemode: Generated<boolean>
}

export type PaymentStatus = 'created' | 'pending' | 'unknown' | 'succeeded' | 'failed' | 'closed'

export interface PaymentTable extends OfShop {
  id: string
  account_id: string
  order_id: string | null
  booking_id: Generated<string | null>
  node_id: string | null
  visitor_id: string
  out_trade_no: string
  subject: string
  note: Generated<string>
  amount_minor: number
  currency: string
  status: PaymentStatus
  provider_txn: string | null
  cashier_url: string | null
  return_url: string
  captured_minor: Generated<number>
  refund_held_minor: Generated<number>
  refunded_minor: Generated<number>
  expires_at: Instant
  created_at: InstantWithDefault
  paid_at: InstantOrNull
  version: Generated<number>
}

export interface RefundTable extends OfShop {
  id: string
  payment_id: string
  out_request_no: string
  amount_minor: number
  status: 'requested' | 'succeeded' | 'failed'
  reason: string
  created_at: InstantWithDefault
  done_at: InstantOrNull
}

export interface OrderRefundTable extends OfShop {
  id: string
  order_id: string
  amount_minor: number
  refund_id: string | null
  status: 'requested' | 'succeeded' | 'failed'
  reason: string
  actor: string
  created_at: InstantWithDefault
  done_at: InstantOrNull
}

export interface PayInboxTable extends OfShop {
  account_id: string
  event_id: string
  raw: Buffer
  outcome: string
  received_at: InstantWithDefault
}

export interface ServiceTable extends OfShop {
  id: string
  kind: ServiceKind
  name: Json<LocalText>
  description: Json<LocalText>
  duration_minutes: number
  slot_step_minutes: number
  price_minor: number
  min_party: number
  max_party: number
  min_notice_minutes: number
  max_advance_days: number
  sort: number
  buffer_before_minutes: Generated<number>
  buffer_after_minutes: Generated<number>
  gaps: ColumnType<ServiceGap[], string | undefined, string>
  seats: number | null
  timetable: ColumnType<TimetableEntry[], string | undefined, string>
  check_in: string | null
  check_out: string | null
  max_nights: Generated<number>
  needs_approval: Generated<boolean>
  deposit_minor: Generated<number>
  free_cancel_minutes: Generated<number>
  late_refund_percent: Generated<number>
}

export interface ClassSessionTable extends OfShop {
  service_id: string
  starts_at: Instant
  seats: number
  taken: number
}

export interface ServiceResourceTable extends OfShop {
  service_id: string
  resource_id: string
}

export interface BookingTable extends OfShop {
  id: string
  service_id: string
  visitor_id: string
  code: string
  status: BookingStatus
  starts_at: Instant
  ends_at: Instant
  time_zone: string
  wall_start: string
  party_size: number
  hold_until: InstantOrNull
  contact_name: Generated<string>
  contact_phone: Generated<string>
  note: Generated<string>
  created_at: InstantWithDefault
  version: Generated<number>
  nights: Generated<number>
  price_minor: Generated<number>
  needs_approval: Generated<boolean>
  deposit_minor: Generated<number>
  free_cancel_minutes: Generated<number>
  late_refund_percent: Generated<number>
}

export interface BookingResourceTable extends OfShop {
  booking_id: string
  resource_id: string
  /** A multirange as text, `{[from,to),…}`: without the gaps of the service. */
  during: ColumnType<unknown, string, string>
  active: Generated<boolean>
}

export interface BookingEventTable extends OfShop {
  starts_at: InstantOrNull
  booking_id: string
  seq: number
  from_status: BookingStatus | null
  to_status: BookingStatus
  actor: string
  at: InstantWithDefault
}

export interface ShopEventCursorTable extends OfShop {
  last_seq: number
}

export type ShopEventType =
  | 'order'
  | 'booking'
  | 'member'
  | 'catalogue'
  | 'shop'
  | 'release'
  | 'coupon'
  | 'access'
  | 'comment'
  | 'form'
  | 'queue'
  | 'job'

export interface ShopEventTable extends OfShop {
  seq: number
  type: ShopEventType
  subject_id: string
  at: InstantWithDefault
}

export type TimerKind =
  | 'attachment-expiry'
  | 'job-letter'
  | 'order-expiry'
  | 'dish-return'
  | 'hold-expiry'
  | 'payment-close'
  | 'payment-sync'
  | 'refund'
  | 'release-plan'
  | 'sale-news'
  | 'points-expiry'
  | 'webhook'

export interface ShopTimerTable extends OfShop {
  id: string
  kind: TimerKind
  subject_id: string
  due_at: Instant
  attempts: Generated<number>
}

export interface SandboxKeyTable {
  id: number
  private_key_pem: string
  public_key_pem: string
  created_at: InstantWithDefault
}

export interface SandboxTradeTable {
  trade_no: string
  seller_id: string
  out_trade_no: string
  cashier_token: string
  merchant_name: string
  subject: string
  amount_minor: number
  currency: string
  language: string
  status: 'waiting' | 'processing' | 'paid' | 'closed'
  declined: Generated<boolean>
  pays_late: Generated<boolean>
  pays_at: InstantOrNull
  notify_url: string
  return_url: string
  refunded_minor: Generated<number>
  expires_at: Instant
  paid_at: InstantOrNull
  created_at: InstantWithDefault
}

export interface SandboxRefundTable {
  trade_no: string
  out_request_no: string
  amount_minor: number
  at: InstantWithDefault
}

export interface SandboxNoticeTable {
  id: string
  trade_no: string
  notify_url: string
  body: string
  attempts: Generated<number>
  next_at: InstantOrNull
  done_at: InstantOrNull
}

export interface PosterTable extends OfShop {
  code: string
  name: string
  created_at: InstantWithDefault
}

export interface PhonePreviewTable extends OfShop {
  id: string
  token_sha256: Buffer
  created_by: string
  expires_at: Instant
}

export interface CommerceTables {
  poster: PosterTable
  phone_preview: PhonePreviewTable
  shop: ShopTable
  resource: ResourceTable
  category: CategoryTable
  dish: DishTable
  dish_variant: DishVariantTable
  modifier_group: ModifierGroupTable
  modifier_option: ModifierOptionTable
  dish_modifier_group: DishModifierGroupTable
  visitor: VisitorTable
  idempotency: IdempotencyTable
  consent: ConsentTable
  tier: TierTable
  member: MemberTable
  wallet: WalletTable
  wallet_entry: WalletEntryTable
  wallet_lot: WalletLotTable
  check_in: CheckInTable
  quote: QuoteTable
  business_day: BusinessDayTable
  order_quarter: OrderQuarterTable
  shop_order: ShopOrderTable
  order_line: OrderLineTable
  order_event: OrderEventTable
  pay_account: PayAccountTable
  payment: PaymentTable
  refund: RefundTable
  pay_inbox: PayInboxTable
  order_refund: OrderRefundTable
  service: ServiceTable
  service_resource: ServiceResourceTable
  class_session: ClassSessionTable
  booking: BookingTable
  booking_resource: BookingResourceTable
  booking_event: BookingEventTable
  shop_event_cursor: ShopEventCursorTable
  shop_event: ShopEventTable
  shop_timer: ShopTimerTable
  sandbox_key: SandboxKeyTable
  sandbox_trade: SandboxTradeTable
  sandbox_refund: SandboxRefundTable
  sandbox_notice: SandboxNoticeTable
}
