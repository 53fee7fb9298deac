import { Focusable } from 'react-aria-components'
import { Tooltip } from './tooltip.tsx'
import './pieces.css'

/** A person as a coloured disc with the first letter (or character) of the name; the whole name in a tooltip. */
export function Avatar({ name, colour }: { readonly name: string; readonly colour: string }) {
  const [first = '?'] = name.trim()
  return (
    <Tooltip text={name}>
      <Focusable>
        <span className="ui-avatar" style={{ background: colour }} role="img" aria-label={name} tabIndex={0}>
          {first}
        </span>
      </Focusable>
    </Tooltip>
  )
}
