/** What a block's view is handed. A view draws it and fetches nothing by itself. */
import type { ReactNode } from 'react'
import type { Menu, ShopInfo } from '#model/shop/catalogue.ts'
import type { Booking, Service } from '#model/shop/bookings.ts'
import type { CouponOffer, CouponWallet } from '#model/shop/coupons.ts'
import type { Membership, MembershipProgramme } from '#model/shop/members.ts'
import type { QueueView } from '#model/shop/queue.ts'
import type { Order } from '#model/shop/orders.ts'
import type { ShopFailureCode } from '#model/shop/failure.ts'
import type { Host } from './host.ts'

/** Something that arrives: drawn as a skeleton, a sentence with "try again", or itself. */
export type Loadable<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly code: ShopFailureCode; readonly retry: () => void }
  | { readonly status: 'ready'; readonly value: Value }

export interface ShopData {
  readonly shop: ShopInfo
  readonly menu: Menu
  readonly services: readonly Service[]
  readonly membership: MembershipProgramme
  /** What the shop gives at present or will, newest first. */
  readonly coupons: readonly CouponOffer[]
}
export type ShopDataKey = keyof ShopData

export interface VisitorData {
  /** The visitor's card, or null when not a member. */
  readonly card: Membership | null
  /** Own orders, newest first. */
  readonly orders: readonly Order[]
  readonly bookings: readonly Booking[]
  /** Own coupons, newest first. */
  readonly wallet: CouponWallet
  /** Who waits for a table, and the own number. */
  readonly queue: QueueView
  /** The one order that the page's address names (`/_order/<id>`). */
  readonly order: Order
}
export type VisitorDataKey = keyof VisitorData

export type BlockData = { readonly [Key in ShopDataKey]: Loadable<ShopData[Key]> } & {
  readonly [Key in VisitorDataKey]: Loadable<VisitorData[Key]>
}

export interface BlockEnv {
  /** `canvas`: being edited, nothing reacts; `preview`: live in the editor; `live`: published. */
  readonly mode: 'canvas' | 'preview' | 'live'
  /** BCP 47: `zh-CN` or `en`. Chooses the block's own words, dates and money formats. */
  readonly language: 'zh-CN' | 'en'
  /** Milliseconds since 1970 UTC; grows by itself once a minute where the page is alive. */
  readonly nowMs: number
  /** On the canvas: which of this block's slots that take turns is to be seen; absent for the first. */
  readonly openSlot?: string | undefined
}

export interface BlockViewProps<Props> {
  readonly nodeId: string
  readonly props: Props
  /** Drawn children by slot name. */
  readonly slots: { readonly [slot: string]: ReactNode }
  readonly data: BlockData
  readonly host: Host
  readonly env: BlockEnv
}

export type BlockView<Props> = (props: BlockViewProps<Props>) => ReactNode
