import type { CompiledNode } from '#model/compiled-program.ts'
import { isCodeBlockType } from '#model/code-blocks.ts'
import type { JsonValue } from '#model/json.ts'
import { findDefinition } from '#components/definitions.ts'
import type { Field } from '#components/kit/fields.ts'
import { isOpenAt } from '#components/kit/shop-time.ts'
import { videoOrigin } from '#components/video/video-address.ts'
import type { ShopData } from '#components/kit/view.ts'
import { codeTraits } from '#runtime/code-blocks/code-blocks.ts'
import { iconPaths, isIconName } from '#components/primitives/icon-paths.ts'
import type { PageData } from '#runtime/live/page-data.ts'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'
import type { ShowFacts } from '#runtime/show-when.ts'

interface Around {
  readonly shopData: ShopData | null
  readonly assets: RuntimeAssets
}

export interface PageNeeds {
  readonly blocks: PageData['blocks']
  readonly shopData: readonly (readonly [key: string, value: unknown])[]
  readonly hasLinks: boolean
  readonly icons: PageData['icons']
}

/** Code and data of the shop that these nodes are drawn with in the visitor's browser. */
export function needsOf(nodes: readonly CompiledNode[], { shopData, assets }: Around): PageNeeds {
  const types = [...new Set(nodes.map(({ type }) => type))]
  const blocks = types.flatMap((type) => {
    const traits = isCodeBlockType(type) ? codeTraits : findDefinition(type)
    const files = filesOf(assets, type)
    if (!traits || !files) return []
    const { shopData: shop, visitorData, interactive } = traits
    return [[type, { shopData: shop, visitorData, interactive, js: files.js }] as const]
  })
  const keys = new Set<string>(blocks.flatMap(([, block]) => block.shopData))
  return {
    blocks: Object.fromEntries(blocks),
    shopData: Object.entries(shopData ?? {}).filter(([key]) => keys.has(key)),
    // What a code block links to only its own code knows.
    hasLinks: types.some((type) => isCodeBlockType(type) || hasField(type, linking)),
    icons: chosenIcons(nodes),
  }
}

/** All code blocks are drawn by one module, whatever their own code is. */
export function filesOf(assets: RuntimeAssets, type: string): RuntimeAssets['blocks'][string] | undefined {
  const name = isCodeBlockType(type) ? 'code' : type
  return Object.hasOwn(assets.blocks, name) ? assets.blocks[name] : undefined
}

function hasField(type: string, kinds: ReadonlySet<Field['kind']>): boolean {
  const fits = (field: Field): boolean =>
    kinds.has(field.kind) || (field.kind === 'list' && Object.values(field.item).some(fits))
  return Object.values(findDefinition(type)?.fields ?? {}).some(fits)
}

const linking = new Set<Field['kind']>(['link', 'rich-text'])
const choosingIcons = new Set<Field['kind']>(['icon'])

/** Icons that the merchant chose; those that views name themselves come with the views. */
function chosenIcons(nodes: readonly CompiledNode[]): PageData['icons'] {
  const texts = nodes.filter(({ type }) => hasField(type, choosingIcons)).flatMap(({ props }) => textsIn(props))
  const icons = texts.filter(isIconName).map((name) => [name, iconPaths[name]] as const)
  return icons.length > 0 ? Object.fromEntries(icons) : undefined
}

function textsIn(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** What the server knows when it decides what is seen, before it knows by whom. */
export function serverFacts(shopData: ShopData | null, nowMs: number): Pick<ShowFacts, 'nowMs' | 'isOpen'> {
  return { nowMs, isOpen: shopData ? isOpenAt(shopData.shop, nowMs) : undefined }
}

/** When the shop opens or closes next, as far as it is known. */
export function hoursChangeAtMs(shopData: ShopData | null): number | undefined {
  const iso = shopData?.shop.changesAtIso
  return iso ? Date.parse(iso) : undefined
}

/** Where the films of these nodes come from, each once. */
export function mediaOrigins(nodes: readonly CompiledNode[]): readonly string[] {
  const origins = nodes.flatMap(({ type, props }) =>
    type === 'video' && typeof props.url === 'string' ? (videoOrigin(props.url) ?? []) : [],
  )
  return [...new Set(origins)]
}
