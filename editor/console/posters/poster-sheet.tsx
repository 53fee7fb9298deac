import type { PosterColours } from '#platform/contract/merchant.ts'
import { qrPath } from '#editor/ui/qr-picture.tsx'
import { fitText, type FittedText } from './fit-text.ts'
import { posterSizes, type PosterSize } from './poster-sizes.ts'

/** All that a poster says. */
export interface PosterContent {
  readonly shopName: string
  /** What to do: "Scan to see our menu". */
  readonly sentence: string
  /** The quiet line below it. */
  readonly note: string
  /** Where it stands, e.g. a table; nothing where that does not matter to who scans it. */
  readonly place: string | undefined
  /** Where and how the shop is reached; left out on a table, where one is. */
  readonly contact: string
  readonly link: string
  readonly colours: PosterColours
}

export interface PosterSheetProps {
  readonly content: PosterContent
  readonly size: PosterSize
  /** For screen readers. */
  readonly label: string
}

const fonts =
  "system-ui, -apple-system, 'PingFang SC', 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"

/** One sheet, drawn in millimetres: what is seen here is what is printed and saved. */
export function PosterSheet({ content, size, label }: PosterSheetProps) {
  const { widthMm, heightMm, panels } = posterSizes[size]
  const panelMm = heightMm / panels
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${widthMm} ${heightMm}`}
      width={`${widthMm}mm`}
      height={`${heightMm}mm`}
      fontFamily={fonts}
      role="img"
      aria-label={label}
    >
      <rect width={widthMm} height={heightMm} fill={content.colours.ground} />
      {panels === 1 ? (
        <UprightPanel content={content} widthMm={widthMm} heightMm={panelMm} />
      ) : (
        <>
          <g transform={`rotate(180 ${widthMm / 2} ${panelMm / 2})`}>
            <WidePanel content={content} widthMm={widthMm} heightMm={panelMm} />
          </g>
          <g transform={`translate(0 ${panelMm})`}>
            <WidePanel content={content} widthMm={widthMm} heightMm={panelMm} />
          </g>
          <path
            d={`M0 ${panelMm}H${widthMm}`}
            stroke={content.colours.muted}
            strokeWidth="0.25"
            strokeDasharray="2 2"
          />
        </>
      )}
    </svg>
  )
}

interface PanelProps {
  readonly content: PosterContent
  readonly widthMm: number
  readonly heightMm: number
}

/** The shop's colour above, its code on the edge, what to do below. */
function UprightPanel({ content, widthMm: width, heightMm: height }: PanelProps) {
  const { colours, shopName, sentence, note, place, contact } = content
  const unit = width / 100
  const middle = width / 2
  const codeMm = 52 * unit
  const codeTop = 38 * unit
  const edge = 62 * unit
  const name = fitText(shopName, { widthMm: 80 * unit, mostMm: 10.5 * unit, leastMm: 5 * unit, lines: 2 })
  const action = fitText(sentence, { widthMm: 90 * unit, mostMm: 6.4 * unit, leastMm: 4 * unit, lines: 2 })
  const actionTop = codeTop + codeMm + (place === undefined ? 9 : 19) * unit
  const noteBase = actionTop + action.lines.length * action.sizeMm * 1.25 + 5 * unit
  return (
    <>
      <path d={`M0 0H${width}V${edge}Q${middle} ${edge + 16 * unit} 0 ${edge}Z`} fill={colours.brand} />
      <Lines text={name} x={middle} middleY={19.5 * unit} fill={colours.onBrand} weight={800} />
      <CodeCard text={content.link} x={middle - codeMm / 2} y={codeTop} sizeMm={codeMm} unit={unit} />
      {place === undefined ? null : (
        <Pill text={place} x={middle} y={codeTop + codeMm + 5 * unit} unit={unit} colours={colours} />
      )}
      <Lines text={action} x={middle} topY={actionTop} fill={colours.ink} weight={700} />
      <text x={middle} y={noteBase} fontSize={3.6 * unit} fill={colours.muted} textAnchor="middle">
        {note}
      </text>
      {contact === '' ? null : (
        <Lines
          text={fitText(contact, { widthMm: 86 * unit, mostMm: 2.7 * unit, leastMm: 2.2 * unit, lines: 2 })}
          x={middle}
          bottomY={height - 6.5 * unit}
          fill={colours.muted}
          weight={400}
        />
      )}
    </>
  )
}

/** Half a folded sheet: words at the left, the code at the right. */
function WidePanel({ content, widthMm: width, heightMm: height }: PanelProps) {
  const { colours, shopName, sentence, note, place } = content
  const unit = width / 100
  const codeMm = 44 * unit
  const left = 7 * unit
  const right = width - codeMm - 9 * unit
  const wordsMm = right - left - 5 * unit
  const name = fitText(shopName, { widthMm: wordsMm, mostMm: 5.4 * unit, leastMm: 3 * unit, lines: 2 })
  const action = fitText(sentence, { widthMm: wordsMm, mostMm: 5.6 * unit, leastMm: 3.2 * unit, lines: 3 })
  const big =
    place === undefined
      ? undefined
      : fitText(place, { widthMm: wordsMm, mostMm: 9 * unit, leastMm: 4 * unit, lines: 1 })
  const bigMm = big ? big.sizeMm * 1.25 + 3 * unit : 0
  const top = height / 2 - (bigMm + action.lines.length * action.sizeMm * 1.25 + 5 * unit) / 2 + 4 * unit
  return (
    <>
      <path
        d={`M${width} 0V${height}H${right + 12 * unit}Q${right + 2 * unit} ${height / 2} ${right + 12 * unit} 0Z`}
        fill={colours.brand}
      />
      <CodeCard text={content.link} x={right} y={(height - codeMm) / 2} sizeMm={codeMm} unit={unit * 0.8} />
      <Lines text={name} x={left} topY={7 * unit} fill={colours.muted} weight={600} anchor="start" />
      {big ? <Lines text={big} x={left} topY={top} fill={colours.ink} weight={800} anchor="start" /> : null}
      <Lines text={action} x={left} topY={top + bigMm} fill={colours.ink} weight={700} anchor="start" />
      <text x={left} y={height - 7 * unit} fontSize={2.9 * unit} fill={colours.muted}>
        {note}
      </text>
    </>
  )
}

interface LinesProps {
  readonly text: FittedText
  readonly x: number
  readonly fill: string
  readonly weight: number
  readonly anchor?: 'start' | 'middle'
  /** Exactly one says where the lines are: below this, around this, or above this. */
  readonly topY?: number
  readonly middleY?: number
  readonly bottomY?: number
}

function Lines({ text: { lines, sizeMm }, x, fill, weight, anchor = 'middle', topY, middleY, bottomY }: LinesProps) {
  const lineMm = sizeMm * 1.25
  const top =
    topY ?? (middleY === undefined ? (bottomY ?? 0) - lines.length * lineMm : middleY - (lines.length * lineMm) / 2)
  return (
    <text fontSize={sizeMm} fontWeight={weight} fill={fill} textAnchor={anchor}>
      {lines.map((line, at) => (
        <tspan key={at} x={x} y={top + at * lineMm + sizeMm * 0.95}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

function Pill({
  text,
  x,
  y,
  unit,
  colours,
}: {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly unit: number
  readonly colours: PosterColours
}) {
  const { lines, sizeMm } = fitText(text, { widthMm: 60 * unit, mostMm: 6 * unit, leastMm: 3.4 * unit, lines: 1 })
  const widthMm = Math.max(26 * unit, [...(lines[0] ?? '')].length * sizeMm * 0.75 + 10 * unit)
  return (
    <>
      <rect x={x - widthMm / 2} y={y} width={widthMm} height={11 * unit} rx={5.5 * unit} fill={colours.brand} />
      <text
        x={x}
        y={y + 5.5 * unit + sizeMm * 0.36}
        fontSize={sizeMm}
        fontWeight={700}
        fill={colours.onBrand}
        textAnchor="middle"
      >
        {lines[0]}
      </text>
    </>
  )
}

/** Black on white whatever the theme: that is what every scanner reads, also in the dark of a bar. */
function CodeCard({
  text,
  x,
  y,
  sizeMm,
  unit,
}: {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly sizeMm: number
  readonly unit: number
}) {
  const { path, size } = qrPath(text, { border: 0, ecc: 'M' })
  const padMm = 4.5 * unit
  const scale = (sizeMm - 2 * padMm) / size
  return (
    <>
      <rect
        x={x}
        y={y}
        width={sizeMm}
        height={sizeMm}
        rx={4 * unit}
        fill="#ffffff"
        stroke="#0000001f"
        strokeWidth={0.3}
      />
      <path
        d={path}
        fill="#000000"
        shapeRendering="crispEdges"
        transform={`translate(${x + padMm} ${y + padMm}) scale(${scale})`}
      />
    </>
  )
}
