import type { CSSProperties } from 'react'
import type { LocalText, NodeSpec } from '#model/program-spec.ts'
import type { SchemeColours } from '#runtime/theme-colours.ts'
import type { PageTemplate } from '#templates/pages/index.ts'
import { useLocalText } from '#editor/words/use-words.ts'
import { Sketch } from '../palette/sketch.tsx'
import { useThemeColours } from '../theme/use-theme-colours.ts'

/** A phone of a few centimetres with the template's own headings, in the program's colours; other blocks are sketched. */
export function PageSketch({ template }: { readonly template: PageTemplate }) {
  const colours = useThemeColours()
  const say = useLocalText()
  return (
    <span className="st-page-sketch" style={inColours(colours)} aria-hidden>
      <span className="st-page-sketch__bar">{say(template.title)}</span>
      {template.nodes.map((node, at) => (
        <BlockSketch key={at} node={node} />
      ))}
    </span>
  )
}

/** Sketches are drawn in the studio's tokens; here these have the program's colours. */
function inColours({ ground, card, ink, muted, line, brand }: SchemeColours): CSSProperties {
  const tokens = {
    '--ui-panel': card,
    '--ui-raised': card,
    '--ui-sunken': ground,
    '--ui-ink': ink,
    '--ui-ink-2': muted,
    '--ui-ink-3': muted,
    '--ui-line': line,
    '--ui-line-strong': `color-mix(in srgb, ${muted} 40%, ${line})`,
    '--ui-accent': brand,
    '--ui-accent-ink': brand,
    '--ui-accent-soft': `color-mix(in srgb, ${brand} 16%, ${card})`,
  }
  return { ...tokens, background: ground, color: ink } as CSSProperties
}

function BlockSketch({ node }: { readonly node: NodeSpec }) {
  const say = useLocalText()
  const words = (name: string) => {
    const value = node.props?.[name]
    return isLocal(value) ? say(value.$text) : ''
  }
  switch (node.type) {
    case 'heading':
      return (
        <span className="st-page-sketch__heading">
          {words('text')}
          <span>{words('subtitle')}</span>
        </span>
      )
    case 'text':
      return <span className="st-page-sketch__text">{words('text')}</span>
    case 'notice-bar':
      return <span className="st-page-sketch__notice">{words('text')}</span>
    case 'section':
      return (
        <span className="st-page-sketch__card">
          <span className="st-page-sketch__title">{words('title')}</span>
          {(node.slots?.content ?? []).map((child, at) => (
            <BlockSketch key={at} node={child} />
          ))}
        </span>
      )
    default:
      return (
        <span className="st-page-sketch__block">
          <Sketch type={node.type} />
        </span>
      )
  }
}

function isLocal(value: unknown): value is { readonly $text: LocalText } {
  return typeof value === 'object' && value !== null && '$text' in value
}
