import type { CompiledNode } from '#model/compiled-program.ts'
import type { ShownCodeBlock } from '#components/kit/code-block.ts'
import type { ProgramPage } from '#components/kit/host.ts'
import type { ShopData, ShopDataKey } from '#components/kit/view.ts'
import type { BlockTraits } from '../data-store.ts'
import type { PagePaths } from '../host/addresses.ts'

/** What a published page hands its script, as JSON in the element `sw-data`. Only what its islands need. */
export interface PageData {
  readonly language: 'zh-CN' | 'en'
  readonly paths: PagePaths
  /** Islands with all they hold. */
  readonly nodes: readonly CompiledNode[]
  /** Some of them may lead away: where to must be known when they are drawn. */
  readonly hasLinks?: true
  /** What a search over the program may find; only where one stands. */
  readonly pages?: readonly ProgramPage[]
  /** Paths of the icons that were chosen in them, by name. */
  readonly icons?: { readonly [name: string]: string }
  readonly blocks: { readonly [type: string]: BlockTraits & { readonly js: string } }
  /** Code blocks that stand here, by type; absent where none does. */
  readonly code?: { readonly [type: string]: CodeBlockOnPage }
  readonly shopData: Partial<ShopData>
  /** Of what is too large to stand in the page twice: the fingerprint of its JSON; the page's script fetches it. */
  readonly shopDigests: { readonly [Key in ShopDataKey]?: string }
  /** Of which release the page is; only where parts of it are asked for later, or a block may ask who the customer is. */
  readonly release?: string
  /** Its origin tells when the shop changes; absent where no server of ours stands behind the page. */
  readonly hasNews?: true
  /** When the page was drawn; its script draws it again with the same clock before it lets the clock run. */
  readonly renderedAtMs: number
}

/** What takes its place until it is there, and where its code is: a file named by what it holds. */
export interface CodeBlockOnPage {
  readonly definition: ShownCodeBlock['definition']
  readonly file: string
}

export const pageDataId = 'sw-data'
