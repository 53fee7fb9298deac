/**
 * As much of YAML as a compose file takes: mappings by indentation with anchors and merges, lists and mappings in one line,
 * quoted and bare words.
 * @throws naming the line, at anything else
 */
export function readYaml(text: string): unknown {
  const lines = text.split('\n').flatMap((line, index) => {
    const words = line.trim()
    return words === '' || words.startsWith('#') ? [] : [{ indent: line.search(/\S/), words, number: index + 1 }]
  })
  const anchors = new Map<string, object>()
  let at = 0

  function readMapping(indent: number): Record<string, unknown> {
    const own: Record<string, unknown> = {}
    let merged: object = {}
    for (let line = lines[at]; line && line.indent === indent; line = lines[at]) {
      const [, key, anchor, alias, value] = /^([^\s:]+):(?: &(\w+)| \*(\w+)| (.+))?$/.exec(line.words) ?? []
      if (key === undefined) throw new Error(`Line ${line.number} is not understood: ${line.words}`)
      at++
      if (value !== undefined) own[key] = readInline(value, line.number)
      else if (alias !== undefined) {
        const meant = anchors.get(alias)
        if (key !== '<<' || !meant) throw new Error(`Line ${line.number} stands for nothing: ${line.words}`)
        merged = meant
      } else {
        const next = lines[at]
        const inner = next && next.indent > indent ? readMapping(next.indent) : null
        own[key] = inner
        if (anchor !== undefined && inner) anchors.set(anchor, inner)
      }
    }
    return { ...merged, ...own }
  }

  const read = readMapping(0)
  if (at < lines.length) throw new Error(`Line ${lines[at]?.number} is not understood: ${lines[at]?.words}`)
  return read
}

function readInline(text: string, number: number): unknown {
  const tokens =
    text.match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[[\]{},]|:(?=\s)|[^\s[\]{},"'](?:[^[\]{},:]|:(?!\s))*/g) ?? []
  let at = 0
  const read = (): unknown => {
    const token = tokens[at++] ?? ''
    if (token === '[') return readUntil(']', read)
    if (token === '{') return Object.fromEntries(readUntil('}', readEntry))
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'")
    if (token.startsWith('"')) return JSON.parse(token) as unknown
    const word = token.trim()
    return /^\d+$/.test(word) ? Number(word) : word
  }
  const readEntry = (): [string, unknown] => {
    const key = String(read())
    if (tokens[at++] !== ':') throw new Error(`Line ${number} is not understood: ${text}`)
    return [key, read()]
  }
  const readUntil = <Item>(end: string, readItem: () => Item): Item[] => {
    const items: Item[] = []
    while (tokens[at] !== end) {
      if (at >= tokens.length) throw new Error(`Line ${number} does not end: ${text}`)
      items.push(readItem())
      if (tokens[at] === ',') at++
    }
    at++
    return items
  }
  // A bare value goes to the end of the line.
  return /^[[{'"]/.test(text) ? read() : /^\d+$/.test(text) ? Number(text) : text
}
