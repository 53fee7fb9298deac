import type { Dish, Menu, ModifierGroup, Picture } from '#model/shop/catalogue.ts'
import type { MerchantCatalogue, MerchantDish } from '#platform/contract/merchant.ts'
import type { Catalogue, CatalogueDish, CatalogueModifierGroup } from './load-catalogue.ts'

export type ShopLanguage = 'zh-CN' | 'en'

/** What a visitor may see: nothing hidden, no category left empty by that, one language. */
export function presentMenu(catalogue: Catalogue, language: ShopLanguage): Menu {
  const dishes = catalogue.dishes.filter((dish) => dish.status === 'on' && dish.variants.length > 0)
  const usedCategories = new Set(dishes.map((dish) => dish.categoryId))
  return {
    categories: catalogue.categories
      .filter(({ id }) => usedCategories.has(id))
      .map(({ id, name }) => ({ id, name: name[language] })),
    dishes: dishes.map((dish) => presentDish(dish, language)),
    modifierGroups: catalogue.modifierGroups.map((group) => presentModifierGroup(group, language)),
  }
}

export function presentCatalogue(catalogue: Catalogue, currency: string, language: ShopLanguage): MerchantCatalogue {
  return {
    categories: catalogue.categories.map(({ id, name }) => ({ id, name })),
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
    variants: dish.variants.map(({ id, name, priceMinor, soldOut }) => ({ id, name, priceMinor, soldOut })),
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

function presentVariant(
  { id, name, priceMinor, soldOut, stock }: CatalogueDish['variants'][number],
  language: ShopLanguage,
) {
  const isLow = stock !== undefined && stock.available > 0 && stock.available <= stock.lowAt
  return { id, name: name[language], priceMinor, soldOut, ...(isLow && { left: stock.available }) }
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
