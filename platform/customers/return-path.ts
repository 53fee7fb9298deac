/**
 * Where a customer comes back to, as a path of the program's own origin; undefined for whatever would lead elsewhere, or
 * to something that is no page.
 * @param origin - of the program, without a slash at the end
 */
export function returnPathOf(typed: string, origin: string): string | undefined {
  if (!isPath(typed) || !URL.canParse(typed, origin)) return undefined
  const url = new URL(typed, origin)
  // Dots in a path are taken out by then, and may have hidden a second slash.
  if (url.origin !== origin || !isPath(url.pathname)) return undefined
  if (/^\/_(shop|login)(\/|$)/.test(url.pathname)) return undefined
  return url.pathname + url.search
}

/** Browsers read a backslash as a slash and leave out what cannot be seen: neither may stand in it. */
function isPath(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return /^\/(?!\/)/.test(text) && !/[\\\u0000-\u0020\u007f]/.test(text)
}
