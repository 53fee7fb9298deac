/** What a menu's table would change: for people, and as writes. Pure; nothing is written where anything is wrong. */
import { createHash } from 'node:crypto'
import { menuFileJoin, menuFileWords } from '#platform/contract/menu-file.ts'
import type { MenuColumn, MenuFileChange, MenuFilePlan, MenuFileProblem } from '#platform/contract/menu-file.ts'
import type { LocalText } from '#model/program-spec.ts'
import { decimalOf } from '#platform/shop/currency.ts'
import type { Catalogue, CatalogueDish } from './load-catalogue.ts'
import type { ShopLanguage } from './present.ts'
import { comparable, readMenuFile } from './read-menu-file.ts'
import type { MenuLine } from './read-menu-file.ts'
import type { DishColumns, MenuWrite, VariantColumns } from './write-menu.ts'

export interface PlanOptions {
  readonly currency: string
  /** Names are told in this one. */
  readonly language: ShopLanguage
  /** Dishes that are not in the table are taken off the menu. */
  readonly isWhole: boolean
  readonly newId: () => string
}

export interface ImportPlan extends MenuFilePlan {
  readonly writes: readonly MenuWrite[]
}

export function planImport(
  catalogue: Catalogue,
  rows: readonly (readonly string[])[],
  options: PlanOptions,
): ImportPlan {
  const file = readMenuFile(rows, options.currency)
  const plan = createPlan(catalogue, options)
  const problems = [...file.problems]
  const tell = (line: MenuLine, column: MenuColumn, code: MenuFileProblem['code'], value = '') =>
    void problems.push({ row: line.row, column, code, value: value.slice(0, 60) })
  const groups = groupByDish(catalogue, file.lines, tell)
  for (const group of groups) plan.addGroup(group, tell)
  if (options.isWhole && problems.length === 0)
    plan.takeOffAllBut(new Set(groups.flatMap(({ dish }) => dish?.id ?? [])))
  const isSound = problems.length === 0
  const changes = isSound ? plan.changes : []
  const basis = createHash('sha256').update(JSON.stringify(changes)).digest('base64url')
  problems.sort((one, other) => one.row - other.row)
  return { problems, changes, basis, writes: isSound ? plan.writes : [] }
}

type Tell = (line: MenuLine, column: MenuColumn, code: MenuFileProblem['code'], value?: string) => void

/** The rows of one dish; without one they are of a new dish. */
interface DishGroup {
  readonly dish: CatalogueDish | undefined
  readonly lines: readonly [MenuLine, ...MenuLine[]]
}

/** By id where there is one, else by name: a price list of one's own has no ids. */
function groupByDish(catalogue: Catalogue, lines: readonly MenuLine[], tell: Tell): readonly DishGroup[] {
  const groups = new Map<string, { dish: CatalogueDish | undefined; lines: [MenuLine, ...MenuLine[]] }>()
  for (const line of lines) {
    const found = findDish(catalogue, line, tell)
    if (found === 'refused') continue
    const key = found?.id ?? `new ${comparable(line.nameEn ?? '')} ${comparable(line.nameZh ?? '')}`
    const group = groups.get(key)
    if (group) group.lines.push(line)
    else groups.set(key, { dish: found, lines: [line] })
  }
  return [...groups.values()]
}

function findDish(catalogue: Catalogue, line: MenuLine, tell: Tell): CatalogueDish | undefined | 'refused' {
  if (line.dishId) {
    const dish = catalogue.dishes.find(({ id }) => id === line.dishId)
    if (!dish) tell(line, 'dishId', 'unknown-dish', line.dishId)
    return dish ?? 'refused'
  }
  const names = [line.nameEn, line.nameZh].filter((name) => typeof name === 'string').map(comparable)
  if (names.length === 0) {
    tell(line, 'nameEn', 'no-name')
    return 'refused'
  }
  const same = catalogue.dishes.filter(({ name }) =>
    [name.en, name['zh-CN']].some((each) => names.includes(comparable(each))),
  )
  if (same.length > 1) tell(line, line.nameEn ? 'nameEn' : 'nameZh', 'ambiguous-dish', line.nameEn ?? line.nameZh ?? '')
  return same.length > 1 ? 'refused' : same[0]
}

function createPlan(catalogue: Catalogue, { currency, language, newId }: PlanOptions) {
  const changes: MenuFileChange[] = []
  const writes: MenuWrite[] = []
  const newCategories = new Map<string, string>()
  const nameOf = (name: LocalText) => name[language]
  const money = (amountMinor: number | null | undefined) =>
    amountMinor === null || amountMinor === undefined ? '' : decimalOf(amountMinor, currency)

  function categoryOf(line: MenuLine): string | undefined {
    const name = line.category ?? ''
    if (name === '') return undefined
    const known = catalogue.categories.find((each) =>
      [each.name.en, each.name['zh-CN']].some((text) => comparable(text) === comparable(name)),
    )
    if (known) return known.id
    const made = newCategories.get(comparable(name))
    if (made) return made
    const id = newId()
    newCategories.set(comparable(name), id)
    writes.push({ do: 'add-category', id, name: { en: name, 'zh-CN': name } })
    changes.push({ kind: 'added', what: 'category', name, of: null, fields: [] })
    return id
  }

  const categoryName = (id: string | undefined, line: MenuLine) => {
    const known = catalogue.categories.find((each) => each.id === id)
    return known ? nameOf(known.name) : (line.category ?? '')
  }

  function choicesOf(line: MenuLine, tell: Tell): readonly string[] | undefined {
    return line.choices?.flatMap((wanted) => {
      const group = catalogue.modifierGroups.find(({ name }) =>
        [name.en, name['zh-CN']].some((each) => comparable(each) === comparable(wanted)),
      )
      if (!group) tell(line, 'choices', 'unknown-choice', wanted)
      return group ? [group.id] : []
    })
  }

  const choiceNames = (ids: readonly string[]) =>
    ids
      .flatMap((id) => catalogue.modifierGroups.find((group) => group.id === id)?.name ?? [])
      .map(nameOf)
      .join(menuFileJoin)

  function addGroup({ dish, lines }: DishGroup, tell: Tell): void {
    const [first, ...others] = lines
    for (const other of others) for (const column of dishColumns) requireSame(first, other, column, tell)
    if (dish) changeDish(dish, first, tell)
    const dishId = dish?.id ?? addDish(first, tell)
    const seen = new Set<string>()
    for (const line of lines) {
      const variant = dish && findVariant(dish, line, lines.length, tell)
      if (variant === 'refused') continue
      const key = variant?.id ?? `${comparable(line.sizeEn ?? '')} ${comparable(line.sizeZh ?? '')}`
      if (seen.has(key)) tell(line, 'sizeEn', 'twice', line.sizeEn ?? line.sizeZh ?? '')
      seen.add(key)
      if (dish && variant) changeVariant(dish, variant, line)
      else addVariant(dishId, dish ? nameOf(dish.name) : newName(first)[language], line, dish === undefined, tell)
    }
  }

  function changeDish(dish: CatalogueDish, line: MenuLine, tell: Tell): void {
    const fields: MenuFileChange['fields'] = []
    const set: { -readonly [Key in keyof DishColumns]: DishColumns[Key] } = {}
    const differs = (column: MenuColumn, before: string, after: string) => {
      if (before !== after) fields.push({ column, before, after })
      return before !== after
    }
    const name = { en: line.nameEn ?? dish.name.en, 'zh-CN': line.nameZh ?? dish.name['zh-CN'] }
    if ([differs('nameEn', dish.name.en, name.en), differs('nameZh', dish.name['zh-CN'], name['zh-CN'])].includes(true))
      set.name = name
    const description = {
      en: line.descriptionEn === undefined ? dish.description.en : (line.descriptionEn ?? ''),
      'zh-CN': line.descriptionZh === undefined ? dish.description['zh-CN'] : (line.descriptionZh ?? ''),
    }
    const isRewritten = [
      differs('descriptionEn', dish.description.en, description.en),
      differs('descriptionZh', dish.description['zh-CN'], description['zh-CN']),
    ]
    if (isRewritten.includes(true)) set.description = description
    const categoryId = categoryOf(line)
    if (categoryId && categoryId !== dish.categoryId) {
      differs('category', categoryName(dish.categoryId, line), categoryName(categoryId, line))
      set.categoryId = categoryId
    }
    if (line.tags && differs('tags', tagWords(dish.tags), tagWords(line.tags))) set.tags = line.tags
    if (line.status && differs('status', menuFileWords[dish.status][language], menuFileWords[line.status][language]))
      set.status = line.status
    const groupIds = choicesOf(line, tell)
    const isOtherGroups =
      groupIds && differs('choices', choiceNames(dish.modifierGroupIds), choiceNames(groupIds)) ? groupIds : undefined
    if (fields.length === 0) return
    changes.push({ kind: 'changed', what: 'dish', name: nameOf(dish.name), of: null, fields })
    if (Object.keys(set).length > 0) writes.push({ do: 'set-dish', id: dish.id, set })
    if (isOtherGroups) writes.push({ do: 'set-groups', dishId: dish.id, groupIds: isOtherGroups })
  }

  function addDish(line: MenuLine, tell: Tell): string {
    const id = newId()
    const categoryId = categoryOf(line)
    if (!categoryId) tell(line, 'category', 'no-category')
    const name = newName(line)
    const set = {
      name,
      description: {
        en: line.descriptionEn ?? line.descriptionZh ?? '',
        'zh-CN': line.descriptionZh ?? line.descriptionEn ?? '',
      },
      categoryId: categoryId ?? '',
      tags: line.tags ?? [],
      status: line.status ?? 'on',
    } as const
    const groupIds = choicesOf(line, tell) ?? []
    writes.push({ do: 'add-dish', id, set })
    if (groupIds.length > 0) writes.push({ do: 'set-groups', dishId: id, groupIds })
    const fields = [
      { column: 'category' as const, before: '', after: categoryName(categoryId, line) },
      ...(groupIds.length > 0 ? [{ column: 'choices' as const, before: '', after: choiceNames(groupIds) }] : []),
    ]
    changes.push({ kind: 'added', what: 'dish', name: name[language], of: null, fields })
    return id
  }

  function changeVariant(dish: CatalogueDish, variant: CatalogueDish['variants'][number], line: MenuLine): void {
    const fields: MenuFileChange['fields'] = []
    const set: { -readonly [Key in keyof VariantColumns]: VariantColumns[Key] } = {}
    const differs = (column: MenuColumn, before: string, after: string) => {
      if (before !== after) fields.push({ column, before, after })
      return before !== after
    }
    const name = { en: line.sizeEn ?? variant.name.en, 'zh-CN': line.sizeZh ?? variant.name['zh-CN'] }
    const isRenamed = [
      differs('sizeEn', variant.name.en, name.en),
      differs('sizeZh', variant.name['zh-CN'], name['zh-CN']),
    ]
    if (isRenamed.includes(true)) set.name = name
    const { price } = line
    if (typeof price === 'number' && differs('price', money(variant.priceMinor), money(price))) set.priceMinor = price
    for (const [column, channel] of channelColumns) {
      const own = line[column]
      if (own !== undefined && differs(column, money(variant.channelMinor?.[channel]), money(own)))
        set.channelMinor = { ...set.channelMinor, [channel]: own }
    }
    if (fields.length === 0) return
    changes.push({ kind: 'changed', what: 'size', name: nameOf(variant.name), of: nameOf(dish.name), fields })
    writes.push({ do: 'set-variant', id: variant.id, dishId: dish.id, set })
  }

  function addVariant(dishId: string, dishName: string, line: MenuLine, isOfNewDish: boolean, tell: Tell): void {
    const { price } = line
    if (typeof price !== 'number') return tell(line, 'price', 'no-price')
    const name = { en: line.sizeEn ?? line.sizeZh ?? '', 'zh-CN': line.sizeZh ?? line.sizeEn ?? '' }
    const channelMinor = Object.fromEntries(
      channelColumns.flatMap(([column, channel]) => (line[column] === undefined ? [] : [[channel, line[column]]])),
    )
    writes.push({ do: 'add-variant', id: newId(), dishId, set: { name, priceMinor: price, channelMinor } })
    changes.push({
      kind: 'added',
      what: 'size',
      name: name[language],
      of: dishName,
      fields: [{ column: 'price', before: '', after: money(price) }],
    })
    // A second size needs a name to be told from the first.
    if (!isOfNewDish && name.en === '' && name['zh-CN'] === '') tell(line, 'sizeEn', 'no-name')
  }

  function takeOffAllBut(ids: ReadonlySet<string>): void {
    for (const dish of catalogue.dishes) {
      if (ids.has(dish.id) || dish.status === 'hidden') continue
      changes.push({ kind: 'removed', what: 'dish', name: nameOf(dish.name), of: null, fields: [] })
      writes.push({ do: 'set-dish', id: dish.id, set: { status: 'hidden' } })
    }
  }

  const tagWords = (tags: readonly (keyof typeof menuFileWords)[]) =>
    tags.map((tag) => menuFileWords[tag][language]).join(menuFileJoin)

  return { changes, writes, addGroup, takeOffAllBut }
}

const channelColumns = [
  ['dineIn', 'dine_in'],
  ['pickup', 'pickup'],
  ['delivery', 'delivery'],
] as const

/** What rows of one dish must agree in; an empty cell agrees with everything. */
const dishColumns = ['category', 'nameEn', 'nameZh', 'descriptionEn', 'descriptionZh', 'status'] as const

function requireSame(first: MenuLine, other: MenuLine, column: (typeof dishColumns)[number], tell: Tell): void {
  const text = other[column]
  if (text && text !== first[column]) tell(other, column, 'differs', text)
}

function newName(line: MenuLine): LocalText {
  return { en: line.nameEn ?? line.nameZh ?? '', 'zh-CN': line.nameZh ?? line.nameEn ?? '' }
}

/** By id, else by name; of a dish with one size and a table with one row of it, that one. */
function findVariant(
  dish: CatalogueDish,
  line: MenuLine,
  rowsOfDish: number,
  tell: Tell,
): CatalogueDish['variants'][number] | undefined | 'refused' {
  if (line.variantId) {
    const found = dish.variants.find(({ id }) => id === line.variantId)
    if (!found) tell(line, 'variantId', 'unknown-size', line.variantId)
    return found ?? 'refused'
  }
  const names = [line.sizeEn, line.sizeZh].filter((name) => typeof name === 'string').map(comparable)
  if (names.length === 0) {
    if (dish.variants.length === 1 && rowsOfDish === 1) return dish.variants[0]
    tell(line, 'sizeEn', 'no-name')
    return 'refused'
  }
  return dish.variants.find(({ name }) => [name.en, name['zh-CN']].some((each) => names.includes(comparable(each))))
}
