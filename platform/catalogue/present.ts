import type { Temporal } from 'temporal-polyfill'
import type { Dish, Menu, ModifierGroup, Picture, ServedTimes } from '#model/shop/catalogue.ts'
import type { MerchantCatalogue, MerchantDish } from '#platform/contract/merchant.ts'
import { servedState } from './served-times.ts'
import type { Catalogue, CatalogueDish, CatalogueModifierGroup } from './load-catalogue.ts'

export type ShopLanguage = 'zh-CN' | 'en'

/** Of the shop: its zone, and the moment of the answer. */
export interface ShopClock {
  readonly timeZone: string
  readonly now: Temporal.Instant
}

/** What a visitor may see: nothing hidden, no category left empty by that, one language. */
export function presentMenu(catalogue: Catalogue, language: ShopLanguage, clock: ShopClock): Menu {
  const dishes = catalogue.dishes.filter((dish) => dish.status === 'on' && dish.variants.length > 0)
  const usedCategories = new Set(dishes.map((dish) => dish.categoryId))
  return {
    categories: catalogue.categories
      .filter(({ id }) => usedCategories.has(id))
      .map(({ id, name, served }) => ({
        id,
        name: name[language],
        ...(served && { served: presentServed(served, clock) }),
      })),
    dishes: dishes.map((dish) => presentDish(dish, language)),
    modifierGroups: catalogue.modifierGroups.map((group) => presentModifierGroup(group, language)),
  }
}

export function presentCatalogue(catalogue: Catalogue, currency: string, language: ShopLanguage): MerchantCatalogue {
  return {
    categories: catalogue.categories.map(({ id, name, served }) => ({ id, name, served: served ?? null })),
    dishes: catalogue.dishes.map((dish) => presentMerchantDish(dish, language)),
    modifierGroups: catalogue.modifierGroups.map((group) => presentModifierGroup(group, language)),
    currency,
  }
}

export function presentMerchantDish(dish: CatalogueDish, language: ShopLanguage): MerchantDish {
  return {
    id: dish.id,
    categoryId: dish.categoryId,
    name: dish.name,
    description: dish.description,
    picture: presentPicture(dish, language),
    variants: dish.variants.map(({ stock: _stock, ...variant }) => variant),
    modifierGroupIds: [...dish.modifierGroupIds],
    soldOut: presentSoldOut(dish),
    tags: [...dish.tags],
    status: dish.status,
    version: dish.version,
  }
}

function presentDish(dish: CatalogueDish, language: ShopLanguage): Dish {
  const hasNoneLeft = dish.variants.every((variant) => variant.soldOut)
  return {
    id: dish.id,
    categoryId: dish.categoryId,
    name: dish.name[language],
    description: dish.description[language],
    picture: presentPicture(dish, language),
    variants: dish.variants.map((variant) => presentVariant(variant, language)),
    modifierGroupIds: [...dish.modifierGroupIds],
    soldOut: presentSoldOut(dish) ?? (hasNoneLeft ? { untilIso: null } : null),
    tags: [...dish.tags],
  }
}

function presentVariant({ name, stock, ...variant }: CatalogueDish['variants'][number], language: ShopLanguage) {
  const isLow = stock !== undefined && stock.available > 0 && stock.available <= stock.lowAt
  return { ...variant, name: name[language], ...(isLow && { left: stock.available }) }
}

function presentServed(served: ServedTimes, { timeZone, now }: ShopClock) {
  const { isOpen, changesAt } = servedState(served, timeZone, now)
  return { isOn: isOpen, changesAtIso: changesAt?.toString() ?? null }
}

function presentSoldOut({ soldOut }: CatalogueDish): Dish['soldOut'] {
  return soldOut && { untilIso: soldOut.until?.toISOString() ?? null }
}

function presentPicture({ picture }: CatalogueDish, language: ShopLanguage): Picture | null {
  return picture && { ...picture, alt: picture.alt[language] }
}

function presentModifierGroup(group: CatalogueModifierGroup, language: ShopLanguage): ModifierGroup {
  return {
    id: group.id,
    name: group.name[language],
    min: group.min,
    max: group.max,
    options: group.options.map((option) => ({ ...option, name: option.name[language] })),
  }
}
