import type { CompiledPage } from '#model/compiled-program.ts'
import type { PageId } from '#model/ids.ts'

/** Letters, digits and dashes: within every limit that the packaging specification sets for names, on every file system. */
const plainName = /^[a-z0-9](?:[a-z0-9-]{0,80}[a-z0-9])?$/

/** The file of each page inside `pages/`, the home page first. A slug that is no plain name, or is taken, becomes the page's id. */
export function pageFileNames(
  pages: readonly Pick<CompiledPage, 'id' | 'slug'>[],
  homePageId: PageId,
): ReadonlyMap<PageId, string> {
  const names = new Map<PageId, string>()
  const taken = new Set<string>()
  const homeFirst = pages.toSorted((a, b) => Number(b.id === homePageId) - Number(a.id === homePageId))
  for (const { id, slug } of homeFirst) {
    const wanted = id === homePageId ? 'index' : slug
    const name = plainName.test(wanted) && !taken.has(wanted) ? wanted : `page-${id.replaceAll(/[^\w-]/g, '')}`
    taken.add(name)
    names.set(id, `${name}.html`)
  }
  return names
}
