import { useRef, type ClipboardEvent, type KeyboardEvent, type PointerEvent } from 'react'
import type { NumberField as NumberKind } from '#components/kit/fields.ts'
import { NumberField } from '#editor/ui/number-field.tsx'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import type { FieldEditorProps } from './field-editor-props.ts'
import { readFigure, steppedFigure } from './read-figure.ts'
import './number-editor.css'

/** Pixels of dragging per step. */
const SCRUB_PX = 6
const LARGE_STEP = 10

/** A figure with its unit: typed, stepped by arrow keys (ten at once with Shift), dragged on its label, or pasted as `12 px`. */
export function NumberEditor({
  field,
  value,
  onChange,
  isMixed = false,
  error,
}: FieldEditorProps<NumberKind> & { readonly error?: string }) {
  const say = useLocalText()
  const words = useWords()
  const { canEdit } = useSession()
  const present = typeof value === 'number' ? value : field.default
  const unit = field.unit && words.studio.units[field.unit]
  const withUnit = (figure: number) => (unit ? `${figure} ${unit}` : String(figure))
  const scrub = useScrub(present, (steps, from) => onChange(steppedFigure(from, steps, field), 'drag'))

  const onPaste = (event: ClipboardEvent) => {
    const figure = readFigure(event.clipboardData.getData('text/plain'))
    if (figure === undefined || !canEdit) return
    event.preventDefault()
    event.stopPropagation()
    onChange(steppedFigure(figure, 0, field), 'step')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (direction === 0 || !event.shiftKey || !canEdit) return
    event.preventDefault()
    event.stopPropagation()
    onChange(steppedFigure(present, direction * LARGE_STEP, field))
  }
  return (
    <div className="st-number" onPasteCapture={onPaste} onKeyDownCapture={onKeyDown} {...(canEdit ? scrub : {})}>
      <NumberField
        label={say(field.label)}
        help={(field.help && say(field.help)) ?? words.inspector.range(withUnit(field.min), withUnit(field.max))}
        error={error}
        unit={unit}
        placeholder={isMixed ? words.inspector.mixed : undefined}
        minValue={field.min}
        maxValue={field.max}
        step={field.step ?? 1}
        value={isMixed ? Number.NaN : present}
        onChange={(figure) => {
          if (Number.isNaN(figure)) return isMixed ? undefined : onChange(field.default)
          onChange(figure)
        }}
        isDisabled={!canEdit}
      />
    </div>
  )
}

/** Dragging sideways on the label. */
function useScrub(present: number, onSteps: (steps: number, from: number) => void) {
  const drag = useRef<{ readonly x: number; readonly from: number; steps: number } | undefined>(undefined)
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const isLabel = event.target instanceof Element && event.target.closest('.ui-field__label')
      if (!isLabel || event.button !== 0) return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      drag.current = { x: event.clientX, from: present, steps: 0 }
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const { current } = drag
      if (!current) return
      const steps = Math.trunc((event.clientX - current.x) / SCRUB_PX) * (event.shiftKey ? LARGE_STEP : 1)
      if (steps === current.steps) return
      current.steps = steps
      onSteps(steps, current.from)
    },
    onPointerUp: () => void (drag.current = undefined),
    onPointerCancel: () => void (drag.current = undefined),
  }
}
