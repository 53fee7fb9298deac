import type { CompiledProgram } from '#model/compiled-program.ts'
import { escapeHtml } from '#compiler/html/render-html.ts'

/** @param origin - of a published program; without one nothing is to be read */
export function robotsText(origin: string | undefined): string {
  if (origin === undefined) return 'User-agent: *\nDisallow: /\n'
  return `User-agent: *\nDisallow: /_shop/\nDisallow: /_order/\n\nSitemap: ${origin}/sitemap.xml\n`
}

/** Every page that may be found: neither hidden nor left out of search by the merchant. */
export function sitemapXml({ pages, homePageId }: CompiledProgram, origin: string): string {
  const urls = pages
    .filter(({ hidden, unlisted }) => !hidden && !unlisted)
    .map(
      ({ id, slug }) => `<url><loc>${escapeHtml(id === homePageId ? `${origin}/` : `${origin}/${slug}`)}</loc></url>`,
    )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n')
}
