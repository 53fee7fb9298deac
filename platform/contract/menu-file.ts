/** The menu as a table, one row for each size of a dish: what the columns are called, and what a file would change. */
import { z } from 'zod/mini'

export const menuColumns = [
  'dishId',
  'variantId',
  'category',
  'nameEn',
  'nameZh',
  'descriptionEn',
  'descriptionZh',
  'sizeEn',
  'sizeZh',
  'price',
  'dineIn',
  'pickup',
  'delivery',
  'choices',
  'tags',
  'status',
] as const
export type MenuColumn = (typeof menuColumns)[number]

/** What stands above a column; a file may have them in either language, in any order, and leave most of them out. */
export const menuColumnNames: { readonly [Column in MenuColumn]: { readonly en: string; readonly 'zh-CN': string } } = {
  dishId: { en: 'Dish ID', 'zh-CN': '菜品编号' },
  variantId: { en: 'Size ID', 'zh-CN': '规格编号' },
  category: { en: 'Category', 'zh-CN': '分类' },
  nameEn: { en: 'Name (English)', 'zh-CN': '名称（英文）' },
  nameZh: { en: 'Name (Chinese)', 'zh-CN': '名称（中文）' },
  descriptionEn: { en: 'Description (English)', 'zh-CN': '简介（英文）' },
  descriptionZh: { en: 'Description (Chinese)', 'zh-CN': '简介（中文）' },
  sizeEn: { en: 'Size (English)', 'zh-CN': '规格（英文）' },
  sizeZh: { en: 'Size (Chinese)', 'zh-CN': '规格（中文）' },
  price: { en: 'Price', 'zh-CN': '价格' },
  dineIn: { en: 'Price to eat here', 'zh-CN': '堂食价' },
  pickup: { en: 'Price to pick up', 'zh-CN': '自取价' },
  delivery: { en: 'Price for delivery', 'zh-CN': '外送价' },
  choices: { en: 'Choices', 'zh-CN': '可选项' },
  tags: { en: 'Marks', 'zh-CN': '标记' },
  status: { en: 'On the menu', 'zh-CN': '上架' },
}

/** Words for yes and no, and for marks, as a file has them. */
export const menuFileWords = {
  on: { en: 'yes', 'zh-CN': '是' },
  hidden: { en: 'no', 'zh-CN': '否' },
  signature: { en: 'signature', 'zh-CN': '招牌' },
  spicy: { en: 'spicy', 'zh-CN': '辣' },
  vegetarian: { en: 'vegetarian', 'zh-CN': '素' },
  new: { en: 'new', 'zh-CN': '新品' },
} as const

/** Between several of one cell. */
export const menuFileJoin = '; '

export const mostMenuRows = 2000

/** Rows as they stand in the file, the heading first; cells as text. */
export const menuFileInput = z.strictObject({
  rows: z
    .array(z.array(z.string().check(z.maxLength(2000))).check(z.maxLength(60)))
    .check(z.minLength(1), z.maxLength(mostMenuRows + 1)),
  /** Dishes that are not in the file are taken off the menu. */
  isWhole: z.boolean(),
})
export type MenuFileInput = z.infer<typeof menuFileInput>

/** @see merchantPaths.menuImport */
export const importMenuInput = z.strictObject({
  ...menuFileInput.shape,
  /** Sent twice with the same one, it is imported once. */
  requestId: z.uuid(),
  /** Of the preview: what is not as it was shown is refused with `conflict`. */
  basis: z.string().check(z.maxLength(100)),
})
export type ImportMenuInput = z.infer<typeof importMenuInput>

export const menuFileProblem = z.object({
  /** As the spreadsheet counts: the heading is row 1. */
  row: z.int(),
  /** Null for one that is not known. */
  column: z.nullable(z.enum(menuColumns)),
  code: z.enum([
    'unknown-column',
    'missing-column',
    'twice-column',
    'no-rows',
    'unknown-dish',
    'unknown-size',
    'ambiguous-dish',
    'no-category',
    'no-name',
    'too-long',
    'no-price',
    'bad-price',
    'unknown-choice',
    'unknown-tag',
    'bad-status',
    'twice',
    'differs',
  ]),
  /** What stands there. */
  value: z.string(),
})
export type MenuFileProblem = z.infer<typeof menuFileProblem>

export const menuFileChange = z.object({
  /** A dish that is `removed` is taken off the menu, and can be put back. */
  kind: z.enum(['added', 'changed', 'removed']),
  what: z.enum(['category', 'dish', 'size']),
  name: z.string(),
  /** The dish that a size is of. */
  of: z.nullable(z.string()),
  fields: z.array(z.object({ column: z.enum(menuColumns), before: z.string(), after: z.string() })),
})
export type MenuFileChange = z.infer<typeof menuFileChange>

export const menuFilePlan = z.object({
  problems: z.array(menuFileProblem),
  changes: z.array(menuFileChange),
  /** Says what was shown; an import gives it back. */
  basis: z.string(),
})
export type MenuFilePlan = z.infer<typeof menuFilePlan>

/** What was imported, and the act of the shop's history that takes it back; null where nothing was different. */
export const importedMenu = z.object({ changes: z.int(), actId: z.nullable(z.string()) })
export type ImportedMenu = z.infer<typeof importedMenu>
