import { Navigator, Text, View } from '#components/primitives/index.ts'
import type { RichText } from '#model/rich-text.ts'
import './boxes.css'
import './rich-text.css'
import type { Host } from './host.ts'
import { drawnLines, isBlankText, lineClass, spanClass } from './rich-text.ts'
import type { DrawnLine, RichSpan } from './rich-text.ts'
import type { BlockEnv } from './view.ts'

/**
 * Paragraphs and lists with marks, which can be typed in place on the canvas: the frame finds it by its mark. While it is
 * blank the canvas shows a hint in its place, and a running program nothing at all. Links are plain links, so that a page
 * that only shows text needs no script.
 */
export function RichTextView(props: {
  readonly prop: string
  readonly value: string | RichText
  readonly host: Pick<Host, 'open' | 'href'>
  readonly env: BlockEnv
  /** Shown on the canvas while the text is blank, in the program's language. */
  readonly hint: string
  readonly className?: string
}) {
  const { prop, value, host, env, hint, className } = props
  const onCanvas = env.mode === 'canvas'
  const isBlank = isBlankText(value)
  if (isBlank && !onCanvas) return null
  const marks = onCanvas ? { 'data-edit': prop, 'data-hint': hint } : {}
  return (
    <View {...marks} className={`sw-editable sw-editable--hint sw-rich${className ? ` ${className}` : ''}`}>
      {isBlank ? null : stretchesOf(drawnLines(value)).map((lines, at) => stretch(lines, at, host, onCanvas))}
    </View>
  )
}

/** Neighbours of one kind: readers are told of a list as a whole. */
function stretchesOf(lines: readonly DrawnLine[]): readonly (readonly DrawnLine[])[] {
  const stretches: DrawnLine[][] = []
  for (const line of lines) {
    const last = stretches.at(-1)
    if (last && line.list && last[0]?.list === line.list) last.push(line)
    else stretches.push([line])
  }
  return stretches
}

function stretch(lines: readonly DrawnLine[], key: number, host: Pick<Host, 'open' | 'href'>, onCanvas: boolean) {
  const list = lines[0]?.list
  const drawn = lines.map(({ spans }, at) => (
    <View
      key={at}
      className={lineClass(list, at === 0 ? undefined : list)}
      {...(list ? { ariaRole: 'listitem' as const } : {})}
    >
      {spans.map((span, index) => (
        <Span key={index} span={span} host={host} onCanvas={onCanvas} />
      ))}
    </View>
  ))
  return list ? (
    <View key={key} ariaRole="list">
      {drawn}
    </View>
  ) : (
    drawn
  )
}

function Span({
  span,
  host,
  onCanvas,
}: {
  readonly span: RichSpan
  readonly host: Pick<Host, 'open' | 'href'>
  readonly onCanvas: boolean
}) {
  const { text, link } = span
  if (!link || onCanvas) return <Text className={spanClass(span)}>{text}</Text>
  return (
    <Navigator className={spanClass(span)} url={host.href?.(link)} onClick={() => host.open(link)}>
      <Text>{text}</Text>
    </Navigator>
  )
}
