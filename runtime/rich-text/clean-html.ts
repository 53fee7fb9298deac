/**
 * What is left of pasted HTML: words, paragraphs, lists, bold, italic and links that a visitor may follow. Fonts, sizes,
 * colours, tables and pictures of another program do not belong into this one's design.
 */
import { fittingText } from '#components/kit/rich-text.ts'
import { isLink } from '#components/kit/link-value.ts'
import type { LinkValue } from '#components/kit/fields.ts'
import type { JsonObject, JsonValue } from '#model/json.ts'
import { charactersOf, runsOfLines, runsOfValue } from '#model/rich-text.ts'
import type { RichLine, TextRun } from '#model/rich-text.ts'
import { tokensOf } from './html-tokens.ts'

/** Our own copies carry the runs themselves, so that colours and links to pages survive from text to text. */
export const ownMark = 'data-shopwright-text'

const unseen = new Set(
  'head style script title xml template noscript svg math iframe object select textarea button'.split(' '),
)
const blocks = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol table tr blockquote pre section article header footer main aside dl dt dd figure figcaption hr center address'.split(
    ' ',
  ),
)
const alone = new Set('br img hr meta link input col wbr area base source'.split(' '))

interface Frame {
  readonly name: string
  readonly bold: boolean
  readonly italic: boolean
  readonly link: LinkValue | undefined
  /** Of the innermost item this is in. */
  readonly list: 'bullet' | 'number' | undefined
  /** The number or dot that Word writes in front of an item as letters. */
  readonly isMarker: boolean
  /** How many lines there were when it began. */
  readonly lines: number
}

export function runsOfHtml(html: string): readonly TextRun[] {
  const lines: RichLine[] = []
  let line: TextRun[] = []
  let kind: 'bullet' | 'number' | undefined
  let hidden: string | undefined
  const stack: Frame[] = [
    { name: '', bold: false, italic: false, link: undefined, list: undefined, isMarker: false, lines: 0 },
  ]
  const top = () => stack.at(-1)!

  const endLine = () => {
    const runs = trimmed(line)
    if (runs.length === 0) return
    lines.push({ runs, line: kind ? { list: kind } : {} })
    line = []
  }
  const startLine = () => {
    endLine()
    line = []
    kind = top().list
  }
  const emptyLine = () => {
    endLine()
    lines.push({ runs: [], line: {} })
    line = []
  }
  const close = (name: string) => {
    const from = stack.findLastIndex((frame) => frame.name === name)
    if (from < 1) return
    const [closed] = stack.splice(from)
    if (!blocks.has(name)) return
    endLine()
    const isBlank = name === 'p' && closed && lines.length === closed.lines && closed.list === undefined
    if (isBlank) emptyLine()
    startLine()
  }

  for (const token of tokensOf(html)) {
    if (hidden !== undefined) {
      if (token.kind === 'close' && token.name === hidden) hidden = undefined
    } else if (token.kind === 'text') {
      const text = token.text.replaceAll(/[\s\u00a0]+/g, ' ')
      const { bold, italic, link, isMarker } = top()
      if (isMarker) kind = markerKind(token.text) ?? kind
      else line.push({ insert: text, attributes: marksOf(bold, italic, link) })
    } else if (token.kind === 'close') close(token.name)
    else if (unseen.has(token.name)) hidden = token.name
    else if (token.name === 'br') {
      if (token.attributes.class === 'Apple-interchange-newline') continue
      if (trimmed(line).length === 0) emptyLine()
      else startLine()
    } else {
      const own = token.attributes[ownMark]
      const runs = own === undefined ? undefined : ownRuns(own)
      if (runs) return runs
      if (token.name === 'td' || token.name === 'th') line.push({ insert: ' ' })
      // A paragraph does not stand in another; files leave out its end.
      if (token.name === 'p' || token.name === 'li') closeOpen(stack, token.name, close)
      if (blocks.has(token.name)) endLine()
      if (!alone.has(token.name)) stack.push(frameOf(token.name, token.attributes, top(), stack, lines.length))
      if (blocks.has(token.name)) startLine()
    }
  }
  endLine()
  return runsOfLines(withoutGaps(lines))
}

/** Words pasted without formatting: each line a line. */
export function runsOfPlain(text: string): readonly TextRun[] {
  return runsOfValue(text.replaceAll(/\r\n?/g, '\n').replaceAll('\u00a0', ' '))
}

function closeOpen(stack: readonly Frame[], name: string, close: (name: string) => void): void {
  const last = stack.findLastIndex((frame) => frame.name === name)
  const border = stack.findLastIndex((frame) => frame.name === 'ul' || frame.name === 'ol' || frame.name === 'td')
  if (last > border) close(name)
}

function frameOf(
  name: string,
  attributes: { readonly [name: string]: string },
  parent: Frame,
  stack: readonly Frame[],
  lines: number,
): Frame {
  const style = (attributes.style ?? '').toLowerCase()
  const weight = /(?:^|[;\s])font-weight\s*:\s*(\w+)/.exec(style)?.[1]
  const slope = /(?:^|[;\s])font-style\s*:\s*(\w+)/.exec(style)?.[1]
  const isBoldTag = name === 'b' || name === 'strong' || name === 'th' || /^h[1-6]$/.test(name)
  const isItalicTag = name === 'i' || name === 'em'
  return {
    name,
    bold:
      weight === undefined
        ? isBoldTag || parent.bold
        : weight === 'bold' || weight === 'bolder' || Number(weight) >= 600,
    italic: slope === undefined ? isItalicTag || parent.italic : slope === 'italic' || slope === 'oblique',
    link: name === 'a' ? linkOf(attributes.href) : parent.link,
    list: listOf(name, style, parent, stack),
    isMarker: parent.isMarker || /mso-list\s*:\s*ignore/.test(style),
    lines,
  }
}

function listOf(name: string, style: string, parent: Frame, stack: readonly Frame[]): Frame['list'] {
  if (name === 'li') {
    const list = stack.findLast((frame) => frame.name === 'ul' || frame.name === 'ol')
    return list?.name === 'ol' ? 'number' : 'bullet'
  }
  // Word and WPS write items as paragraphs; which kind, their marker tells.
  if (name === 'p' && /mso-list\s*:\s*l\d/.test(style)) return 'bullet'
  return name === 'ul' || name === 'ol' || name === 'table' ? undefined : parent.list
}

function markerKind(text: string): Frame['list'] {
  const marker = text.replaceAll(/[\s\u00a0]+/g, '')
  if (marker === '') return undefined
  return /^[（(]?([0-9]+|[a-z]|[ivx]+|[一二三四五六七八九十]+)[.)、）．]$/i.test(marker) ? 'number' : 'bullet'
}

/** @returns undefined for what only a browser or a script would follow; its words stay */
function linkOf(href = ''): LinkValue | undefined {
  const address = href.trim()
  const link: JsonValue = /^tel:/i.test(address)
    ? { kind: 'phone', number: address.slice(4).replaceAll(/[^\d+ ()-]/g, '') }
    : { kind: 'web', url: address }
  return isLink(link) ? link : undefined
}

function marksOf(bold: boolean, italic: boolean, link: LinkValue | undefined): JsonObject {
  return { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(link ? { link } : {}) }
}

/** Without space at both ends, and never two in a row. */
function trimmed(runs: readonly TextRun[]): readonly TextRun[] {
  let isAfterSpace = true
  const single = runs.map(({ insert, attributes }) => {
    const text = isAfterSpace ? insert.replace(/^ +/, '') : insert
    if (text !== '') isAfterSpace = text.endsWith(' ')
    return attributes ? { insert: text, attributes } : { insert: text }
  })
  const last = single.findLastIndex(({ insert }) => insert.trim() !== '')
  return single
    .slice(0, last + 1)
    .map((run, index) => (index === last ? { ...run, insert: run.insert.trimEnd() } : run))
    .filter(({ insert }) => insert !== '')
}

/** At most one empty line in a row, none at the ends. */
function withoutGaps(lines: readonly RichLine[]): readonly RichLine[] {
  const isEmpty = (line: RichLine | undefined) => line === undefined || charactersOf(line.runs) === ''
  const kept = lines.filter((line, index) => !isEmpty(line) || !isEmpty(lines[index - 1]))
  return isEmpty(kept.at(-1)) ? kept.slice(0, -1) : kept
}

function ownRuns(json: string): readonly TextRun[] | undefined {
  try {
    const fitting = fittingText(JSON.parse(json) as JsonValue, Number.MAX_SAFE_INTEGER)
    return fitting && runsOfValue(fitting.value)
  } catch {
    return undefined
  }
}
