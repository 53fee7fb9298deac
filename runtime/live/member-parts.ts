import type { CompiledNode } from '#model/compiled-program.ts'
import type { NodeId } from '#model/ids.ts'
import type { ShopData } from '#components/kit/view.ts'
import type { PageData } from './page-data.ts'

/** What a member gets of a page beside what everybody gets: it stands in no document, the shop hands it out. */
export interface MemberParts {
  /** The blocks whose places wait in the page, in order. */
  readonly root: readonly NodeId[]
  /** They and all they hold. */
  readonly nodes: readonly CompiledNode[]
  readonly blocks: PageData['blocks']
  readonly icons: PageData['icons']
  /** Style files of these blocks; the page may have some of them. */
  readonly styles: readonly string[]
  /** What their views draw of the shop. */
  readonly shopData: Partial<ShopData>
}
