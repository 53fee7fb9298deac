import { sql } from 'kysely'
import type { LocalText } from '#model/program-spec.ts'
import type { SaveDishInput } from '#platform/contract/save-dish.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { bumpDataVersion } from '#platform/shop/data-version.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { findPicture } from '../pictures/library.ts'
import { loadCatalogue } from './load-catalogue.ts'
import type { Catalogue, CatalogueDish } from './load-catalogue.ts'
import { writeMenu, type MenuWrite } from './write-menu.ts'

/**
 * Makes a dish, with its category where that is new, or changes one.
 * @returns its id
 * @throws ShopRefusal `not-found` for a dish, size, category or picture that the shop does not have; `conflict` when the dish
 *   is no longer at `ifVersion`; `bad-request` for two sizes of one name
 */
export async function saveDish(at: ShopTx, input: SaveDishInput): Promise<string> {
  const names = input.variants.map(({ name }) => name.toLowerCase())
  if (new Set(names).size < names.length) throw new ShopRefusal('bad-request', 'Two sizes have the same name')
  const catalogue = await loadCatalogue(at)
  const dish = input.dish && (await lockDish(at, catalogue, input.dish))
  const category = categoryOf(catalogue, input)
  const say = (text: string, before?: LocalText) => saidIn(input.language, text, before)
  const set = {
    name: say(input.name, dish?.name),
    description: say(input.description, dish?.description),
    categoryId: category.id,
  }
  const id = dish?.id ?? uuidv7()
  const writes: MenuWrite[] = [
    ...(category.isNew ? [{ do: 'add-category' as const, id: category.id, name: say(category.name) }] : []),
    dish ? { do: 'set-dish', id, set } : { do: 'add-dish', id, set: { ...set, tags: [], status: 'on' } },
    ...input.variants.map((variant): MenuWrite => {
      const { priceMinor } = variant
      if (variant.id === null)
        return { do: 'add-variant', id: uuidv7(), dishId: id, set: { name: say(variant.name), priceMinor } }
      const known = dish?.variants.find((each) => each.id === variant.id)
      if (!known) throw new ShopRefusal('not-found', 'The dish has no such size', [variant.id])
      return { do: 'set-variant', id: known.id, dishId: id, set: { name: say(variant.name, known.name), priceMinor } }
    }),
  ]
  await writeMenu(at, writes)
  if (input.pictureId !== undefined) await setPicture(at, id, input.pictureId)
  await bumpDataVersion(at, 'catalogue')
  return id
}

async function lockDish(
  { tx, programId }: ShopTx,
  { dishes }: Catalogue,
  { id, ifVersion }: NonNullable<SaveDishInput['dish']>,
): Promise<CatalogueDish> {
  const known = dishes.find((each) => each.id === id)
  if (!known) throw new ShopRefusal('not-found', 'There is no such dish', [id])
  const { version } = await tx
    .selectFrom('dish')
    .select('version')
    .where('program_id', '=', programId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (version !== ifVersion)
    throw new ShopRefusal('conflict', `The dish is at version ${version}, not ${ifVersion}`, [id])
  return known
}

/** A name that there is already means that category, in whichever language it is written. */
function categoryOf({ categories }: Catalogue, { category }: SaveDishInput) {
  if ('id' in category) {
    if (!categories.some(({ id }) => id === category.id))
      throw new ShopRefusal('not-found', 'There is no such category', [category.id])
    return { id: category.id, isNew: false as const }
  }
  const name = category.name.toLowerCase()
  const known = categories.find((each) => Object.values(each.name).some((said) => said.toLowerCase() === name))
  return known ? { id: known.id, isNew: false as const } : { id: uuidv7(), isNew: true as const, name: category.name }
}

/** What says the same in both languages was never translated: it follows. */
function saidIn(language: SaveDishInput['language'], text: string, before?: LocalText): LocalText {
  if (!before || before.en === before['zh-CN']) return { en: text, 'zh-CN': text }
  return { ...before, [language]: text }
}

async function setPicture(at: ShopTx, dishId: string, pictureId: string | null): Promise<void> {
  const { tx, programId, tenantId } = at
  const picture = pictureId !== null && isId(pictureId) ? await findPicture(tx, tenantId, pictureId) : undefined
  if (pictureId !== null && !picture) throw new ShopRefusal('not-found', 'There is no such picture', [pictureId])
  const stored = picture && {
    url: picture.url,
    widthPx: picture.widthPx,
    heightPx: picture.heightPx,
    alt: { en: picture.alt, 'zh-CN': picture.alt },
  }
  await tx
    .updateTable('dish')
    .set({ picture: stored ? JSON.stringify(stored) : sql<null>`NULL` })
    .where('program_id', '=', programId)
    .where('id', '=', dishId)
    .execute()
}
