import { freeSlug, slugFrom, type PageRecord } from '#model/index.ts'

/** What a typed address would become, and what speaks against it. */
export type AddressCheck =
  | { readonly kind: 'fine'; readonly slug: string }
  /** Free once written as an address: `Our Menu` becomes `our-menu`. */
  | { readonly kind: 'rewritten'; readonly slug: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'taken' | 'reserved'; readonly slug: string; readonly free: string }

/** @param typed - as in the field, with or without the slash before it */
export function checkAddress(typed: string, page: PageRecord, pages: readonly PageRecord[]): AddressCheck {
  const slug = slugFrom(typed)
  if (slug === '') return { kind: 'empty' }
  const isTaken = (wanted: string) => pages.some((other) => other.id !== page.id && other.slug === wanted)
  const free = freeSlug(slug, isTaken)
  if (free !== slug) return { kind: isTaken(slug) ? 'taken' : 'reserved', slug, free }
  return { kind: slug === typed.trim().replace(/^\//, '') ? 'fine' : 'rewritten', slug }
}
