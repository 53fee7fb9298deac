/** The menu as the table that can be brought back. Pure. */
import type { Language } from '#model/schema.ts'
import type { MerchantCatalogue } from '#platform/contract/merchant.ts'
import { menuColumnNames, menuColumns, menuFileJoin, menuFileWords } from '#platform/contract/menu-file.ts'
import { priceInputText } from '../rules/money.ts'

/** The heading, then one row for each size, hidden dishes too; prices without sign, as a spreadsheet reads them. */
export function menuTable(
  { categories, dishes, modifierGroups, currency }: MerchantCatalogue,
  language: Language,
): string[][] {
  const price = (amountMinor: number | undefined) =>
    amountMinor === undefined ? '' : priceInputText(amountMinor, currency)
  const rows = dishes.flatMap((dish) =>
    dish.variants.map((variant) => {
      const category = categories.find(({ id }) => id === dish.categoryId)
      const groups = dish.modifierGroupIds.flatMap((id) => modifierGroups.find((group) => group.id === id)?.name ?? [])
      return [
        dish.id,
        variant.id,
        category?.name[language] ?? '',
        dish.name.en,
        dish.name['zh-CN'],
        dish.description.en,
        dish.description['zh-CN'],
        variant.name.en,
        variant.name['zh-CN'],
        price(variant.priceMinor),
        price(variant.channelMinor?.dine_in),
        price(variant.channelMinor?.pickup),
        price(variant.channelMinor?.delivery),
        groups.join(menuFileJoin),
        dish.tags.map((tag) => menuFileWords[tag][language]).join(menuFileJoin),
        menuFileWords[dish.status][language],
      ]
    }),
  )
  return [menuColumns.map((column) => menuColumnNames[column][language]), ...rows]
}
