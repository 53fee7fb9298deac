/** A dish as it is typed, and what is wrong with it. */
import type { MerchantCatalogue, MerchantDish } from '#platform/contract/merchant.ts'
import type { SaveDishInput } from '#platform/contract/save-dish.ts'
import { parsePrice, priceInputText } from '../../rules/money.ts'

export interface SizeDraft {
  /** Names the row while it is on the screen. */
  readonly key: string
  readonly id: string | null
  readonly name: string
  readonly price: string
}

export interface DishDraft {
  readonly name: string
  readonly description: string
  /** Null while a new one is named. */
  readonly categoryId: string | null
  readonly newCategory: string
  readonly sizes: readonly SizeDraft[]
}

export type SizeProblem = 'size-missing' | 'size-twice'
export type PriceProblem = 'empty' | 'not-a-price' | 'too-fine' | 'too-large'

export interface DraftProblems {
  readonly name: boolean
  readonly category: boolean
  /** By the key of the size. */
  readonly sizes: ReadonlyMap<string, SizeProblem>
  readonly prices: ReadonlyMap<string, PriceProblem>
}

type Language = SaveDishInput['language']

/** What stands in the form at first: the dish, or an empty one in the first category. */
export function draftOf(
  dish: MerchantDish | undefined,
  { categories, currency }: Pick<MerchantCatalogue, 'categories' | 'currency'>,
  language: Language,
): DishDraft {
  const sizes = dish?.variants.map(({ id, name, priceMinor }) => ({
    key: id,
    id,
    name: name[language],
    price: priceInputText(priceMinor, currency),
  }))
  return {
    name: dish?.name[language] ?? '',
    description: dish?.description[language] ?? '',
    categoryId: dish?.categoryId ?? categories[0]?.id ?? null,
    newCategory: '',
    sizes: sizes ?? [emptySize()],
  }
}

export function emptySize(): SizeDraft {
  return { key: crypto.randomUUID(), id: null, name: '', price: '' }
}

export function problemsOf({ name, categoryId, newCategory, sizes }: DishDraft, currency: string): DraftProblems {
  const names = sizes.map((size) => size.name.trim().toLowerCase())
  return {
    name: name.trim() === '',
    category: categoryId === null && newCategory.trim() === '',
    sizes: new Map(
      sizes.flatMap(({ key }, at): readonly (readonly [string, SizeProblem])[] => {
        if (sizes.length > 1 && names[at] === '') return [[key, 'size-missing']]
        return names.indexOf(names[at] ?? '') < at ? [[key, 'size-twice']] : []
      }),
    ),
    prices: new Map(
      sizes.flatMap(({ key, price }) => {
        const parsed = parsePrice(price, currency)
        return parsed.ok ? [] : [[key, parsed.reason] as const]
      }),
    ),
  }
}

export function isSound({ name, category, sizes, prices }: DraftProblems): boolean {
  return !name && !category && sizes.size === 0 && prices.size === 0
}

/** @param picture - absent when nobody changed it */
export function inputOf(
  draft: DishDraft,
  of: {
    readonly dish: MerchantDish | undefined
    readonly currency: string
    readonly language: Language
    readonly requestId: string
    readonly pictureId: string | null | undefined
  },
): SaveDishInput {
  const { dish, currency, language, requestId, pictureId } = of
  return {
    requestId,
    language,
    dish: dish ? { id: dish.id, ifVersion: dish.version } : null,
    name: draft.name.trim(),
    description: draft.description.trim(),
    category: draft.categoryId === null ? { name: draft.newCategory.trim() } : { id: draft.categoryId },
    variants: draft.sizes.map(({ id, name, price }) => {
      const parsed = parsePrice(price, currency)
      return { id, name: name.trim(), priceMinor: parsed.ok ? parsed.value : 0 }
    }),
    ...(pictureId !== undefined && { pictureId }),
  }
}
