/** Fills a new program's shop from its template. */
import type { Insertable } from 'kysely'
import type { LocalText } from '#model/program-spec.ts'
import { asBeginning } from '#platform/changes/record-changes.ts'
import { couponColumns } from '#platform/coupons/change-coupon.ts'
import type { ResourceTable, StoredPicture } from '#platform/db/commerce-tables.ts'
import type { ScopedTx } from '#platform/db/database.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import type { ShopSeed } from '#templates/template.ts'
import type { ShopKeys } from './scope.ts'

export interface ShopToSeed {
  readonly tenantId: string
  readonly programId: string
  readonly seed: ShopSeed
  /** Of the shop's own name, address and table labels, which exist in one language. */
  readonly language: 'zh-CN' | 'en'
  readonly shopName: string
  /** Where the pictures that dishes name are served from, by file name of the template. */
  readonly pictures?: { readonly [file: string]: StoredPicture }
}

/**
 * Writes the whole shop; the program's row must be there already. Every dish, table and service gets a new id.
 * @throws if a dish names a category, modifier group or picture that the seed does not have
 */
export async function seedShop(scoped: ScopedTx, shop: ShopToSeed): Promise<void> {
  const tx = asBeginning(scoped)
  const keys = { tenant_id: shop.tenantId, program_id: shop.programId }
  const { seed, language } = shop
  await tx
    .insertInto('shop')
    .values({
      ...keys,
      name: shop.shopName,
      currency: seed.currency,
      time_zone: seed.timeZone,
      phone: seed.phone,
      address: seed.address[language],
      latitude: seed.latitude,
      longitude: seed.longitude,
      hours: JSON.stringify({ weekly: seed.hours, exceptions: [] }),
      points_per_unit: seed.pointsPerUnit,
      ahead_days: 0,
    })
    .execute()
  await tx
    .insertInto('pay_account')
    .values({ ...keys, id: uuidv7(), provider: 'sandbox', external_id: `sandbox-${shop.programId}` })
    .execute()
  const dishes = await seedMenu(tx, keys, seed, shop.pictures ?? {})
  await seedCoupons(tx, keys, seed, dishes)
  await seedServices(tx, keys, seed, language)
  await insertAll(
    seed.tiers,
    (tier) => ({
      ...keys,
      id: uuidv7(),
      name: JSON.stringify(tier.name),
      from_points: tier.fromPoints,
      discount_percent: tier.discountPercent,
      perk: JSON.stringify(tier.perk),
    }),
    (rows) => tx.insertInto('tier').values(rows).execute(),
  )
}

async function seedMenu(
  tx: ScopedTx,
  keys: ShopKeys,
  seed: ShopSeed,
  pictures: { readonly [file: string]: StoredPicture },
): Promise<ReadonlyMap<string, string>> {
  const categories = idsByKey(seed.categories)
  const groups = idsByKey(seed.modifierGroups)
  const dishes = idsByKey(seed.dishes)
  await insertAll(
    seed.categories,
    (category, sort) => ({ ...keys, id: known(categories, category.key), name: JSON.stringify(category.name), sort }),
    (rows) => tx.insertInto('category').values(rows).execute(),
  )
  await insertAll(
    seed.modifierGroups,
    (group, sort) => ({
      ...keys,
      id: known(groups, group.key),
      name: JSON.stringify(group.name),
      min_choices: group.min,
      max_choices: group.max,
      sort,
    }),
    (rows) => tx.insertInto('modifier_group').values(rows).execute(),
  )
  await insertAll(
    seed.modifierGroups.flatMap((group) => group.options.map((option, sort) => ({ group, option, sort }))),
    ({ group, option, sort }) => ({
      ...keys,
      id: uuidv7(),
      group_id: known(groups, group.key),
      name: JSON.stringify(option.name),
      price_minor: option.priceMinor,
      max_quantity: option.maxQuantity,
      preselected: option.preselected,
      sort,
    }),
    (rows) => tx.insertInto('modifier_option').values(rows).execute(),
  )
  await insertAll(
    seed.dishes,
    (dish, sort) => ({
      ...keys,
      id: known(dishes, dish.key),
      category_id: known(categories, dish.category),
      name: JSON.stringify(dish.name),
      description: JSON.stringify(dish.description),
      picture: dish.picture === null ? null : pictureJson(pictures, dish.picture),
      tags: [...dish.tags],
      sort,
    }),
    (rows) => tx.insertInto('dish').values(rows).execute(),
  )
  await insertAll(
    seed.dishes.flatMap((dish) => dish.variants.map((variant, sort) => ({ dish, variant, sort }))),
    ({ dish, variant, sort }) => ({
      ...keys,
      id: uuidv7(),
      dish_id: known(dishes, dish.key),
      name: JSON.stringify(variant.name),
      price_minor: variant.priceMinor,
      sort,
    }),
    (rows) => tx.insertInto('dish_variant').values(rows).execute(),
  )
  await insertAll(
    seed.dishes.flatMap((dish) => dish.modifierGroups.map((group, sort) => ({ dish, group, sort }))),
    ({ dish, group, sort }) => ({ ...keys, dish_id: known(dishes, dish.key), group_id: known(groups, group), sort }),
    (rows) => tx.insertInto('dish_modifier_group').values(rows).execute(),
  )
  return dishes
}

async function seedCoupons(
  tx: ScopedTx,
  keys: ShopKeys,
  seed: ShopSeed,
  dishes: ReadonlyMap<string, string>,
): Promise<void> {
  const coupons = (seed.coupons ?? []).map(({ key: _key, gain, pointsPrice, ...coupon }) => ({
    ...keys,
    id: uuidv7(),
    ...couponColumns({
      ...coupon,
      gain: gain.kind === 'item' ? { kind: gain.kind, dishId: known(dishes, gain.dish) } : gain,
      addsToMemberPrice: true,
      startsAtIso: null,
      endsAtIso: null,
      perPerson: 1,
      tierId: null,
      hadBy: pointsPrice === undefined ? 'wall' : 'points',
      pointsPrice: pointsPrice ?? null,
    }),
  }))
  await insertAll(
    coupons,
    (coupon) => coupon,
    (rows) => tx.insertInto('coupon').values(rows).execute(),
  )
  await insertAll(
    coupons,
    ({ id }) => ({ ...keys, coupon_id: id, seq: 1, action: 'created' as const, actor: 'template', terms: '{}' }),
    (rows) => tx.insertInto('coupon_event').values(rows).execute(),
  )
}

async function seedServices(tx: ScopedTx, keys: ShopKeys, seed: ShopSeed, language: keyof LocalText): Promise<void> {
  const tables = seed.tables.map(({ label, seats, joinsNext = false }, sort) => ({
    ...keys,
    id: uuidv7(),
    kind: 'table' as const,
    label,
    seats,
    sort,
    joins_next: joinsNext,
  }))
  const people = new Map<string, Insertable<ResourceTable>>()
  for (const { staff, maxParty } of seed.services)
    for (const name of staff) {
      const known = people.get(name.en)
      people.set(name.en, {
        ...keys,
        id: known?.id ?? uuidv7(),
        kind: 'staff',
        label: name[language],
        seats: Math.max(known?.seats ?? 1, maxParty),
        sort: known?.sort ?? people.size,
      })
    }
  await insertAll(
    [...tables, ...people.values()],
    (resource) => resource,
    (rows) => tx.insertInto('resource').values(rows).execute(),
  )
  for (const [sort, service] of seed.services.entries()) {
    const id = uuidv7()
    await tx
      .insertInto('service')
      .values({
        ...keys,
        id,
        kind: service.kind,
        name: JSON.stringify(service.name),
        description: JSON.stringify(service.description),
        duration_minutes: service.durationMinutes,
        slot_step_minutes: service.slotStepMinutes,
        price_minor: service.priceMinor,
        min_party: service.minParty,
        max_party: service.maxParty,
        min_notice_minutes: service.minNoticeMinutes,
        max_advance_days: service.maxAdvanceDays,
        buffer_before_minutes: service.bufferBeforeMinutes ?? 0,
        buffer_after_minutes: service.bufferAfterMinutes ?? 0,
        gaps: JSON.stringify(service.gaps ?? []),
        seats: service.seats ?? null,
        timetable: JSON.stringify(service.timetable ?? []),
        check_in: service.stay?.checkIn ?? null,
        check_out: service.stay?.checkOut ?? null,
        ...(service.stay && { max_nights: service.stay.maxNights }),
        needs_approval: service.needsApproval ?? false,
        deposit_minor: service.deposit?.amountMinor ?? 0,
        free_cancel_minutes: service.deposit?.freeCancelMinutes ?? 0,
        late_refund_percent: service.deposit?.lateRefundPercent ?? 0,
        sort,
      })
      .execute()
    const rooms = (service.rooms ?? []).map(({ label, seats }, index) => ({
      ...keys,
      id: uuidv7(),
      kind: 'room' as const,
      label: label[language],
      seats,
      sort: index,
    }))
    await insertAll(
      rooms,
      (room) => room,
      (rows) => tx.insertInto('resource').values(rows).execute(),
    )
    const staff = service.staff.flatMap((name) => people.get(name.en) ?? [])
    const resourceIds = { table: tables, appointment: staff, class: [], room: rooms }[service.kind].map(({ id }) => id)
    await insertAll(
      resourceIds,
      (resourceId) => ({ ...keys, service_id: id, resource_id: resourceId }),
      (rows) => tx.insertInto('service_resource').values(rows).execute(),
    )
  }
}

function idsByKey(items: readonly { readonly key: string }[]): ReadonlyMap<string, string> {
  return new Map(items.map(({ key }) => [key, uuidv7()]))
}

function known(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (!id) throw new Error(`The template names ${key}, which it does not have`)
  return id
}

function pictureJson(pictures: { readonly [file: string]: StoredPicture }, file: string): string {
  const picture = pictures[file]
  if (!picture) throw new Error(`The template names the picture ${file}, which was not stored`)
  return JSON.stringify(picture)
}

/** An insert of no rows is not SQL. */
async function insertAll<Item, Row>(
  items: readonly Item[],
  toRow: (item: Item, index: number) => Row,
  insert: (rows: Row[]) => Promise<unknown>,
): Promise<void> {
  if (items.length > 0) await insert(items.map(toRow))
}
