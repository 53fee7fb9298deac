import type { CompiledPage, CompiledProgram } from '#model/compiled-program.ts'

/** The page of an address, as hosting finds it. @param path - decoded, without slashes around it */
export function findPageAt({ pages, homePageId }: CompiledProgram, path: string): CompiledPage | undefined {
  const page = path === '' ? pages.find(({ id }) => id === homePageId) : pages.find(({ slug }) => slug === path)
  return page?.hidden ? undefined : page
}
