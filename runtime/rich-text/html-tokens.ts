/** Reads pasted HTML as a stream, without a document: nothing in it can load, run or be measured. */

export type HtmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: { readonly [name: string]: string } }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

/** A word processor's clipboard may hold a whole book with its styles. */
const MOST_CHARACTERS = 2_000_000

const token =
  /<!--[\s\S]*?-->|<[!?][^>]*>|<\/([a-z][^\s>/]*)[^>]*>|<([a-z][^\s>/]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+|</gi
const attribute = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g

/** Never throws; what is no tag is text. */
export function* tokensOf(html: string): Generator<HtmlToken> {
  for (const [whole, closed, opened, inside] of html.slice(0, MOST_CHARACTERS).matchAll(token)) {
    if (closed !== undefined) yield { kind: 'close', name: closed.toLowerCase() }
    else if (opened !== undefined) yield { kind: 'open', name: opened.toLowerCase(), attributes: attributesOf(inside) }
    else if (!/^<[!?]/.test(whole)) yield { kind: 'text', text: plain(whole) }
  }
}

function attributesOf(inside = ''): { readonly [name: string]: string } {
  const found = [...inside.matchAll(attribute)]
  return Object.fromEntries(
    found.map(([, name = '', double, single, bare]) => [name.toLowerCase(), plain(double ?? single ?? bare ?? '')]),
  )
}

const names: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  middot: '·',
  bull: '•',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  times: '×',
  deg: '°',
  yen: '¥',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  trade: '™',
}

function plain(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));?/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return names[name.toLowerCase()] ?? whole
    const code = Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
  })
}
