const icons: { [name: string]: string } = {}

/**
 * Lets `Icon` draw these too. Whoever draws whole pages offers all; on a published page each module offers what it names
 * itself (`runtime/vite/icons-with-views.ts`), and the page what its merchant chose.
 */
export function offerIcons(more: { readonly [name: string]: string } | undefined): void {
  Object.assign(icons, more)
}

export const iconPath = (name: string): string | undefined => icons[name]
