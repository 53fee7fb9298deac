/**
 * Leaves out the rules of a style sheet that no element of a page can match: those that ask for a class the page does
 * not have. What cannot be judged by classes stays. Expects what a minifier writes: no comments, no nesting of rules.
 */
export function criticalCss(css: string, html: string): string {
  const used = new Set([...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) => (names ?? '').split(' ')))
  const kept = keepUsed(css, used)
  // Animations are kept by name once it is known which are asked for.
  return kept.replaceAll(/@keyframes ([\w-]+)\{(?:[^{}]*\{[^{}]*\})*\}/g, (rule, name: string) =>
    kept.replaceAll(rule, '').includes(name) ? rule : '',
  )
}

function keepUsed(css: string, used: ReadonlySet<string>): string {
  return [...rulesOf(css)].map(({ head, body }) => keepRule(head, body, used)).join('')
}

function keepRule(head: string, body: string | undefined, used: ReadonlySet<string>): string {
  if (body === undefined) return head
  if (/^@(media|supports|container|layer)\b/.test(head)) {
    const inside = keepUsed(body, used)
    return inside === '' ? '' : `${head}{${inside}}`
  }
  if (head.startsWith('@')) return `${head}{${body}}`
  const selectors = splitList(head).filter((selector) => canMatch(selector, used))
  return selectors.length === 0 ? '' : `${selectors.join(',')}{${body}}`
}

/** Top-level rules: what stands before a block, and the block; statements such as `@import` have none. */
function* rulesOf(css: string): Generator<{ readonly head: string; readonly body: string | undefined }> {
  let start = 0
  let open = -1
  let depth = 0
  for (let at = 0; at < css.length; at++) {
    const sign = css[at]
    if (sign === '"' || sign === "'") at = endOfString(css, at)
    else if (sign === '{' && depth++ === 0) open = at
    else if (sign === ';' && depth === 0) {
      yield { head: css.slice(start, at + 1).trim(), body: undefined }
      start = at + 1
    } else if (sign === '}' && --depth === 0) {
      yield { head: css.slice(start, open).trim(), body: css.slice(open + 1, at) }
      start = at + 1
    }
  }
}

function endOfString(css: string, start: number): number {
  let at = start + 1
  while (at < css.length && css[at] !== css[start]) at += css[at] === '\\' ? 2 : 1
  return at
}

/** Splits at the commas that are in no parentheses. */
function splitList(list: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  let depth = 0
  for (let at = 0; at < list.length; at++) {
    const sign = list[at]
    if (sign === '(') depth++
    else if (sign === ')') depth--
    else if (sign === ',' && depth === 0) {
      parts.push(list.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, list.slice(start)]
}

function canMatch(selector: string, used: ReadonlySet<string>): boolean {
  let outside = ''
  let rest = selector
  // `:is` and `:where` hold alternatives; other brackets (`:not`, `:has`, `:nth-child`) rule nothing out.
  for (let found = findGroup(rest); found; found = findGroup(rest)) {
    const { name, inside, before, after } = found
    if (/:(is|where)$/.test(name) && !splitList(inside).some((each) => canMatch(each, used))) return false
    outside += before
    rest = after
  }
  const classes = [...(outside + rest).matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)].map(([, name]) => name ?? '')
  return classes.every((name) => used.has(name))
}

function findGroup(selector: string) {
  const open = selector.indexOf('(')
  if (open < 0) return undefined
  let depth = 0
  let close = open
  for (; close < selector.length; close++) {
    if (selector[close] === '(') depth++
    else if (selector[close] === ')' && --depth === 0) break
  }
  return {
    name: selector.slice(0, open),
    inside: selector.slice(open + 1, close),
    before: selector.slice(0, open),
    after: selector.slice(close + 1),
  }
}
