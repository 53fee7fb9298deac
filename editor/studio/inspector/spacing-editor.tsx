import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { SpacingField } from '#components/kit/fields.ts'
import {
  readSpacing,
  sides,
  spacingSteps,
  writeSpacing,
  type Side,
  type Spacing,
  type SpacingStep,
} from '#components/kit/spacing.ts'
import { Segmented } from '#editor/ui/segmented.tsx'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import type { FieldEditorProps } from './field-editor-props.ts'
import './spacing-editor.css'

type Part = Side | 'all'

/** Pixels of dragging per step. */
const DRAG_PX = 14

/** Room on four sides as a box: choose a side and a step, or drag or use arrow keys on the side itself. */
export function SpacingEditor({ field, value, onChange, isMixed = false }: FieldEditorProps<SpacingField>) {
  const say = useLocalText()
  const { inspector } = useWords()
  const { canEdit } = useSession()
  const [part, setPart] = useState<Part>('top')
  const room = readSpacing(typeof value === 'string' ? value : '')
  const set = (which: Part, step: SpacingStep, stretch?: string) =>
    onChange(writeSpacing(withStep(room, which, step)), stretch)
  const stepOf = (which: Part): SpacingStep | undefined => {
    if (isMixed) return undefined
    if (which !== 'all') return room[which]
    return sides.every((side) => room[side] === room.top) ? room.top : undefined
  }
  const nameOf = (which: Part) => (which === 'all' ? inspector.allSides : inspector.sides[which])
  const sayStep = (which: Part) => {
    const step = stepOf(which)
    return step === undefined ? inspector.mixed : inspector.steps[step]
  }
  const chosen = stepOf(part)
  return (
    <div className="ui-field">
      <span className="ui-field__label" aria-hidden>
        {say(field.label)}
      </span>
      <div className="st-room" role="group" aria-label={say(field.label)}>
        {(['top', 'left', 'all', 'right', 'bottom'] as const).map((which) => (
          <SideButton
            key={which}
            part={which}
            label={inspector.sideAndStep(nameOf(which), sayStep(which))}
            sign={which === 'all' ? nameOf(which) : sign(stepOf(which), inspector.stepSigns)}
            step={stepOf(which)}
            isChosen={part === which}
            isDisabled={!canEdit}
            onChoose={() => setPart(which)}
            onStep={(step, stretch) => {
              setPart(which)
              if (step !== stepOf(which)) set(which, step, stretch)
            }}
          />
        ))}
      </div>
      <Segmented
        label={inspector.sideAndStep(say(field.label), nameOf(part))}
        isLabelHidden
        options={spacingSteps.map((step) => ({ value: step, label: inspector.stepSigns[step] }))}
        value={(chosen ?? '') as SpacingStep}
        onChange={(step) => set(part, step, 'step')}
        isDisabled={!canEdit}
      />
      <span className="ui-field__help">{isMixed ? inspector.mixed : inspector.spacingHelp}</span>
    </div>
  )
}

interface SideButtonProps {
  readonly part: Part
  readonly label: string
  readonly sign: string
  readonly step: SpacingStep | undefined
  readonly isChosen: boolean
  readonly isDisabled: boolean
  readonly onChoose: () => void
  readonly onStep: (step: SpacingStep, stretch: string) => void
}

function SideButton({ part, label, sign: text, step, isChosen, isDisabled, onChoose, onStep }: SideButtonProps) {
  const drag = useRef<{ readonly y: number; readonly from: number } | undefined>(undefined)
  const at = spacingSteps.indexOf(step ?? '-')
  const go = (to: number, stretch: string) => {
    const next = spacingSteps[Math.min(spacingSteps.length - 1, Math.max(0, to))]
    if (next !== undefined) onStep(next, stretch)
  }
  return (
    <button
      type="button"
      className={`st-room__side st-room__side--${part}`}
      aria-label={label}
      aria-pressed={isChosen}
      data-set={(step !== undefined && step !== '-') || undefined}
      disabled={isDisabled}
      onClick={onChoose}
      onKeyDown={(event: KeyboardEvent) => {
        const by =
          event.key === 'ArrowUp' || event.key === 'ArrowRight'
            ? 1
            : event.key === 'ArrowDown' || event.key === 'ArrowLeft'
              ? -1
              : 0
        if (by === 0 || event.altKey || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        event.stopPropagation()
        go(at + by, 'keys')
      }}
      onPointerDown={(event: PointerEvent<HTMLElement>) => {
        drag.current = { y: event.clientY, from: at }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        if (!drag.current) return
        const steps = Math.trunc((drag.current.y - event.clientY) / DRAG_PX)
        if (steps !== 0 || drag.current.from !== at) go(drag.current.from + steps, 'drag')
      }}
      onPointerUp={() => void (drag.current = undefined)}
      onPointerCancel={() => void (drag.current = undefined)}
    >
      {/* An abbreviation of what the name says in full. */}
      <span aria-hidden>{text}</span>
    </button>
  )
}

function withStep(room: Spacing, part: Part, step: SpacingStep): Spacing {
  return part === 'all' ? { top: step, right: step, bottom: step, left: step } : { ...room, [part]: step }
}

function sign(step: SpacingStep | undefined, signs: { readonly [S in SpacingStep]: string }): string {
  return step === undefined ? '…' : signs[step]
}
