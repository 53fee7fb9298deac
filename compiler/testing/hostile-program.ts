/** A document in which somebody wrote, past the editor, what would run or load something if it were believed. */
import { createProgramDoc, openProgram, type Program } from '#model/index.ts'
import type { JsonObject, JsonValue } from '#model/json.ts'
import type { NodeSpec, ProgramSpec } from '#model/program-spec.ts'
import { seededRandom } from '#model/testing/peers.ts'
import { definitions } from '#components/definitions.ts'
import type { Field, Fields } from '#components/kit/fields.ts'

/** Short enough for every field that takes a text at all. */
export const hostileMarkup = '<img src=x onerror=pwned=1>'
const breakOut = '"></style></title><script>window.pwned=1</script><img src=x onerror="window.pwned=1">'
const css = 'red;background:url(https://evil.example/css)'
const cssRule = '#fff}*{background:url("https://evil.example/rule")}'

const hostileLinks: readonly JsonValue[] = [
  ...[
    'javascript:window.pwned=1',
    ' \tJaVaScRiPt:window.pwned=1',
    'java\nscript:window.pwned=1',
    'data:text/html,<script>opener.pwned=1</script>',
    'blob:https://evil.example/1234',
    'vbscript:pwned',
    'https:javascript:window.pwned=1',
    '//evil.example/',
  ].map((url) => ({ kind: 'web', url })),
  { kind: 'page', pageId: 'javascript:window.pwned=1' },
  { kind: 'page', pageId: '__proto__' },
  { kind: 'phone', number: 'javascript:window.pwned=1' },
  { kind: 'dish', dishId: '"><script>window.pwned=1</script>' },
  { kind: 'javascript:window.pwned=1', url: 'javascript:window.pwned=1' },
  'javascript:window.pwned=1',
]

const sized = { widthPx: 10, heightPx: 10, alt: breakOut }
const hostilePictures: readonly JsonValue[] = [
  'javascript:window.pwned=1',
  'data:text/html,<script>window.pwned=1</script>',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="window.pwned=1"/>',
  '/x" onerror="window.pwned=1',
  '/x");background:url("https://evil.example/picture',
  '//evil.example/picture',
  '/\\evil.example/picture',
  'https://evil.example/picture',
].map((url) => ({ ...sized, url }))

const hostileColours: readonly JsonValue[] = [css, cssRule, 'url(https://evil.example/colour)', 'theme:x;' + css]

const pick = (values: readonly JsonValue[], at: number): JsonValue => values[at % values.length] ?? null

/** The `at`-th attempt on a field; as many as the longest list has, the shorter ones begin again. */
function hostileValue(field: Field, at: number): JsonValue {
  switch (field.kind) {
    case 'text':
      return pick([hostileMarkup, breakOut], at)
    case 'rich-text': {
      const marks: JsonObject = {
        bold: true,
        link: pick(hostileLinks, at),
        colour: pick(hostileColours, at),
        onclick: 'pwned=1',
      }
      return {
        $rich: [
          { insert: hostileMarkup, attributes: marks },
          { insert: '\n', attributes: { list: breakOut } },
        ],
      }
    }
    case 'link':
      return pick(hostileLinks, at)
    case 'picture':
      return pick(hostilePictures, at)
    case 'colour':
      return pick(hostileColours, at)
    case 'list':
      return [hostileProps(field.item, at), hostileProps(field.item, at + 1)]
    case 'number':
    case 'money':
    case 'date-time':
      return css
    case 'switch':
      return breakOut
    case 'choice':
    case 'icon':
    case 'spacing':
      return pick([breakOut, css, 'x" onload="window.pwned=1', '__proto__'], at)
    case 'reference':
      return pick(['"><script>window.pwned=1</script>', ''], at)
  }
}

function hostileProps(fields: Fields, at: number): JsonObject {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, hostileValue(field, at)]))
}

/** There are so many programs, which share out the attempts. */
export const hostilePrograms = [0, 1, 2] as const

/** Every block once for each attempt on its fields, under a theme and in pages that try the same. */
export function openHostileProgram(at: (typeof hostilePrograms)[number]): Program {
  const attempts = hostileLinks.map((_, attempt) => attempt).filter((attempt) => attempt % 3 === at)
  const nodes = attempts.flatMap((attempt) =>
    Object.values(definitions).map(({ type, fields }): NodeSpec => ({ type, props: hostileProps(fields, attempt) })),
  )
  const text = { en: breakOut, 'zh-CN': breakOut }
  const theme = Object.fromEntries(
    [
      'accent',
      'ground',
      'card',
      'ink',
      'muted',
      'darkGround',
      'fontFamily',
      'headings',
      'density',
      'pictures',
      'texture',
    ]
      .concat('radiusPx', 'typeScale', 'scheme')
      .map((name) => [name, pick([css, cssRule, '__proto__'], at)]),
  )
  const spec: ProgramSpec = {
    theme,
    pages: [
      { title: text, slug: '', tab: { label: text, icon: breakOut }, nodes },
      { title: text, slug: 'javascript:pwned=1', tab: { label: text, icon: 'x' }, nodes: [] },
    ],
  }
  const isSharedText = (type: string, prop: string) => {
    const field = definitions[type]?.fields[prop]
    return field?.kind === 'rich-text' || (field?.kind === 'text' && !!field.onCanvas)
  }
  const doc = createProgramDoc(spec, { name: breakOut, language: 'en', random: seededRandom(at + 1), isSharedText })
  return openProgram(doc)
}
