import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'

interface RangeProps {
  readonly label: string
  readonly value: number
  readonly from: number
  readonly to: number
  readonly step: number
  readonly unit: string
  readonly onChange: (value: number) => void
  readonly isDisabled: boolean
}

/** A figure between two others, with its unit behind it. */
export function Range({ label, value, from, to, step, unit, onChange, isDisabled }: RangeProps) {
  return (
    <Slider
      className="st-range"
      value={value}
      minValue={from}
      maxValue={to}
      step={step}
      onChange={(next) => onChange(Number(next))}
      isDisabled={isDisabled}
    >
      <Label className="ui-field__label">{label}</Label>
      <SliderOutput className="st-range__value ui-tabular">
        {value} {unit}
      </SliderOutput>
      <SliderTrack className="st-range__track">
        {({ state }) => (
          <>
            <span className="st-range__fill" style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className="st-range__thumb" />
          </>
        )}
      </SliderTrack>
    </Slider>
  )
}
