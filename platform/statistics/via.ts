/** What was scanned, as an address says it: `?via=<a poster's code>` or `?table=<a table's id>`. Pure. */

/** A code that could be a poster's, `table:` and a table's id, or nothing. Whether there is such a one is asked later. */
export function viaIn(query: URLSearchParams): string {
  const table = query.get('table')
  if (table !== null) return /^[0-9a-f-]{36}$/i.test(table) ? `table:${table.toLowerCase()}` : ''
  const code = query.get('via') ?? ''
  return /^[a-z0-9-]{1,40}$/.test(code) ? code : ''
}
