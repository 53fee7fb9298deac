import type { PageRecord } from '#model/index.ts'
import { pageTemplates } from '#templates/pages/index.ts'

/** A likely icon for a page's tab: that of the template it was made from, by its address; a house for the home page. */
export function iconForPage({ isHome, slug }: Pick<PageRecord, 'isHome' | 'slug'>): string {
  if (isHome) return 'home'
  const stem = slug.replace(/-\d+$/, '')
  return pageTemplates.find((template) => template.slug === stem)?.icon ?? 'star'
}
