import { Check, Monitor, Moon, Sun } from 'lucide-react'
import { useMemo } from 'react'
import { Button as PlainButton, Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'
import type { CompiledTheme } from '#model/compiled-program.ts'
import { setTheme, type JsonValue } from '#model/index.ts'
import { themeColours } from '#runtime/theme-css.ts'
import { Segmented } from '#editor/ui/segmented.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { createTypingGesture } from '../canvas/typing-gesture.ts'
import { HexField } from '../inspector/hex-field.tsx'
import { useSession } from '../session/use-session.tsx'
import { isPreset, themePresets, type ThemePreset } from './presets.ts'
import { useTheme } from './use-theme-colours.ts'
import './theme.css'

export function ThemePanel() {
  const session = useSession()
  const words = useWords()
  const theme = useTheme()
  const gesture = useMemo(() => createTypingGesture(performance), [])
  const { studio } = words
  const isDisabled = !session.canEdit
  const set = <Name extends keyof CompiledTheme>(name: Name, value: CompiledTheme[Name]) =>
    session.edit('change-theme', (program) => setTheme(program, { [name]: value }), gesture.of(name))
  const apply = ({ theme: chosen }: ThemePreset) =>
    session.edit('change-theme', (program) =>
      setTheme(program, { ...chosen } satisfies { readonly [name: string]: JsonValue }),
    )
  return (
    <div className="st-theme">
      <section aria-label={studio.themePresets}>
        <h3 className="st-group-title">{studio.themePresets}</h3>
        <ul className="st-theme__presets">
          {themePresets.map((preset) => (
            <li key={preset.id}>
              <PresetCard
                preset={preset}
                isChosen={isPreset(preset, theme)}
                isDisabled={isDisabled}
                onPress={() => apply(preset)}
              />
            </li>
          ))}
        </ul>
      </section>
      <section className="st-theme__fields" aria-label={studio.themeOwn}>
        <h3 className="st-group-title st-group-title--flush">{studio.themeOwn}</h3>
        <HexField
          label={studio.accent}
          value={theme.accent}
          onChange={(accent) => set('accent', accent)}
          isDisabled={isDisabled}
        />
        <HexField
          label={studio.ground}
          value={theme.ground}
          onChange={(ground) => set('ground', ground)}
          isDisabled={isDisabled}
        />
        <Segmented
          label={studio.typeface}
          options={(['sans', 'serif', 'rounded'] as const).map((value) => ({ value, label: studio.typefaces[value] }))}
          value={theme.fontFamily}
          onChange={(fontFamily) => set('fontFamily', fontFamily)}
          isDisabled={isDisabled}
        />
        <Range
          label={studio.typeSize}
          value={Math.round(theme.typeScale * 100)}
          from={80}
          to={140}
          step={5}
          unit="%"
          onChange={(percent) => set('typeScale', percent / 100)}
          isDisabled={isDisabled}
        />
        <Range
          label={studio.roundness}
          value={theme.radiusPx}
          from={0}
          to={32}
          step={2}
          unit="px"
          onChange={(px) => set('radiusPx', px)}
          isDisabled={isDisabled}
        />
        <Segmented
          label={studio.scheme}
          options={[
            { value: 'auto', label: studio.schemeAuto, icon: <Monitor size={14} aria-hidden /> },
            { value: 'light', label: words.common.schemeLight, icon: <Sun size={14} aria-hidden /> },
            { value: 'dark', label: words.common.schemeDark, icon: <Moon size={14} aria-hidden /> },
          ]}
          value={theme.scheme}
          onChange={(scheme) => set('scheme', scheme)}
          isDisabled={isDisabled}
        />
      </section>
    </div>
  )
}

interface PresetCardProps {
  readonly preset: ThemePreset
  readonly isChosen: boolean
  readonly isDisabled: boolean
  readonly onPress: () => void
}

function PresetCard({ preset, isChosen, isDisabled, onPress }: PresetCardProps) {
  const words = useWords()
  const { theme } = preset
  const colours = themeColours(theme)[theme.scheme === 'dark' ? 'dark' : 'light']
  const radius = Math.min(theme.radiusPx, 10)
  return (
    <PlainButton className="st-preset" aria-pressed={isChosen} isDisabled={isDisabled} onPress={onPress}>
      <span
        className="st-preset__picture"
        style={{
          background: colours.ground,
          color: colours.ink,
          fontFamily: theme.fontFamily === 'serif' ? 'Georgia, "Noto Serif CJK SC", serif' : 'inherit',
        }}
      >
        <span className="st-preset__letters">Aa</span>
        <span
          className="st-preset__card"
          style={{ background: colours.card, borderColor: colours.line, borderRadius: radius }}
        >
          <span
            className="st-preset__button"
            style={{ background: colours.brand, borderRadius: Math.min(radius, 6) }}
          />
        </span>
      </span>
      <span className="st-preset__name">
        {words.studio.nameOf(preset.name)}
        {isChosen ? <Check size={14} aria-hidden /> : null}
      </span>
    </PlainButton>
  )
}

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

function Range({ label, value, from, to, step, unit, onChange, isDisabled }: RangeProps) {
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
