/** Everything a program's pages draw of its shop, as any visitor may see it. */
import type { OpeningHours, ShopInfo, ShopKind, Menu } from '#model/shop/catalogue.ts'
import type { Service } from '#model/shop/bookings.ts'
import type { CouponOffer } from '#model/shop/coupons.ts'
import type { MembershipProgramme } from '#model/shop/members.ts'
import type { TaxMode } from '#model/shop/taxes.ts'
import { loadCatalogue } from '#platform/catalogue/load-catalogue.ts'
import { servedTag } from '#platform/catalogue/served-times.ts'
import { presentMenu } from '#platform/catalogue/present.ts'
import type { ShopLanguage } from '#platform/catalogue/present.ts'
import type { ScopedTx } from '#platform/db/database.ts'
import { loadServices } from '#platform/bookings/load-services.ts'
import { loadShownSales, withSales } from '#platform/flash-sales/load-sales.ts'
import { findOffer, loadOffers, loadRewards } from '#platform/coupons/load-coupons.ts'
import { loadTiers } from '#platform/members/tiers.ts'
import { loadZones } from '#platform/delivery/zones.ts'
import { openState } from './opening.ts'
import { databaseNow } from './scope.ts'
import type { ShopTx } from './scope.ts'

/** The same shape as `ShopData` of `components/kit/view.ts`, which views are drawn with. */
export interface LoadedShopData {
  readonly shop: ShopInfo
  readonly menu: Menu
  readonly services: readonly Service[]
  readonly membership: MembershipProgramme
  readonly coupons: readonly CouponOffer[]
}

export interface ShopRow {
  readonly name: string
  readonly kind: ShopKind | null
  readonly currency: string
  readonly time_zone: string
  readonly phone: string
  readonly address: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly hours: OpeningHours
  readonly orders_paused: boolean
  readonly lead_minutes: number
  readonly orders_per_quarter: number | null
  readonly ahead_days: number | null
  readonly points_per_unit: number
  readonly tax_mode: TaxMode
  readonly tax_pcm: number
  readonly points_good_for_months: number | null
  readonly stamps_needed: number | null
  readonly stamps_coupon_id: string | null
  readonly stamps_by_order: boolean
  readonly stamps_min_minor: number
  readonly check_in_points: number
  readonly check_in_streak_days: number | null
  readonly check_in_streak_points: number
  readonly day_starts: string
}

/** @throws if the program has no shop */
export async function loadShopData(tx: ScopedTx, programId: string, language: ShopLanguage): Promise<LoadedShopData> {
  const at = { tx, programId, now: databaseNow(tx) }
  const shop = await loadShop(at)
  const rewards = await loadRewards(at, language)
  return {
    shop: await presentShop(at, shop),
    menu: withSales(
      presentMenu(await loadCatalogue(at), language, { timeZone: shop.time_zone, now: at.now }),
      await loadShownSales(at),
    ),
    services: await loadServices(at, language),
    membership: {
      tiers: (await loadTiers(at)).map((tier) => ({
        id: tier.id,
        name: tier.name[language],
        fromPoints: tier.fromPoints,
        discountPercent: tier.discountPercent,
        perk: tier.perk[language],
      })),
      pointsPerUnit: shop.points_per_unit,
      ...(shop.points_good_for_months !== null && { pointsGoodForMonths: shop.points_good_for_months }),
      ...(rewards.length > 0 && { rewards }),
      ...(shop.check_in_points > 0 && { checkIn: checkInRule(shop) }),
      ...(await presentStampCard(at, shop, language)),
    },
    coupons: await loadOffers(at, language),
  }
}

/**
 * Changes whenever `loadShopData` would answer differently, without loading it: the data's version, the language, and
 * whether the shop is open.
 */
export async function shopDataTag(tx: ScopedTx, programId: string, language: ShopLanguage): Promise<string> {
  const { data_version } = await tx
    .selectFrom('program')
    .select('data_version')
    .where('id', '=', programId)
    .executeTakeFirstOrThrow()
  const at = { tx, programId, now: databaseNow(tx) }
  const shop = await loadShop(at)
  const { isOpen, changesAt } = openState(shop.hours, shop.time_zone, at.now)
  return `"${data_version}-${language}-${isOpen ? 'open' : 'closed'}-${changesAt?.epochMilliseconds ?? 0}${await servedTag(at, shop.time_zone)}"`
}

export async function loadShop({ tx, programId }: Pick<ShopTx, 'tx' | 'programId'>): Promise<ShopRow> {
  return tx.selectFrom('shop').selectAll().where('program_id', '=', programId).executeTakeFirstOrThrow()
}

export async function loadTables({ tx, programId }: Pick<ShopTx, 'tx' | 'programId'>): Promise<ShopInfo['tables']> {
  return tx
    .selectFrom('resource')
    .select(['id', 'label', 'seats'])
    .where('program_id', '=', programId)
    .where('kind', '=', 'table')
    .orderBy('sort')
    .orderBy('id')
    .execute()
}

function checkInRule(shop: ShopRow): NonNullable<MembershipProgramme['checkIn']> {
  const { check_in_points: points, check_in_streak_days: days, check_in_streak_points: streakPoints } = shop
  return days === null ? { points } : { points, streakDays: days, streakPoints }
}

async function presentStampCard(
  at: Pick<ShopTx, 'tx' | 'programId'>,
  shop: ShopRow,
  language: ShopLanguage,
): Promise<Pick<MembershipProgramme, 'stampCard'>> {
  const { stamps_needed: needed, stamps_coupon_id: couponId } = shop
  const reward = couponId === null ? undefined : await findOffer(at, couponId, language)
  if (needed === null || !reward) return {}
  return { stampCard: { needed, byOrderFromMinor: shop.stamps_by_order ? shop.stamps_min_minor : null, reward } }
}

async function presentShop(at: Pick<ShopTx, 'tx' | 'programId' | 'now'>, shop: ShopRow): Promise<ShopInfo> {
  const { isOpen, changesAt } = openState(shop.hours, shop.time_zone, at.now)
  const zones = await loadZones(at)
  return {
    name: shop.name,
    ...(shop.kind && { kind: shop.kind }),
    currency: shop.currency,
    timeZone: shop.time_zone,
    phone: shop.phone,
    address: { text: shop.address, latitude: shop.latitude, longitude: shop.longitude },
    hours: shop.hours,
    isOpen,
    changesAtIso: changesAt?.toString() ?? null,
    ordersPaused: shop.orders_paused,
    ...(shop.ahead_days !== null && { takesOrdersAhead: true }),
    ...(zones.length > 0 && { deliveryZones: zones.map(({ areas: _areas, ...zone }) => zone) }),
    ...(shop.tax_mode === 'excluded' && { addsTax: true }),
    tables: await loadTables(at),
  }
}
