import type { PublishWhen } from '#platform/contract/merchant.ts'
import { LateDateTimeField } from '#editor/ui/late-date-time-field.tsx'
import { Segmented } from '#editor/ui/segmented.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { Range } from '../theme/range.tsx'
import '../theme/theme.css'

/** What is chosen so far; the moment of one that is not used stays where it is. */
export interface WhenChoice {
  readonly kind: 'now' | 'at' | 'gradual'
  readonly atMs: number | null
  readonly percent: number
}

export const everybodyNow: WhenChoice = { kind: 'now', atMs: null, percent: 10 }

/** Whoever picks this very minute, and then looks once more, means now; the platform sees it alike. */
const JUST_NOW_MS = 5 * 60 * 1000

/** What to ask the platform for; `unfinished` as long as there is no moment to come. */
export function whenOf({ kind, atMs, percent }: WhenChoice, nowMs: number): PublishWhen | undefined | 'unfinished' {
  if (kind === 'now') return undefined
  if (kind === 'gradual') return { kind, percent }
  if (atMs === null || atMs < nowMs - JUST_NOW_MS) return 'unfinished'
  return { kind, atIso: new Date(atMs).toISOString() }
}

interface WhenFieldProps {
  readonly choice: WhenChoice
  readonly timeZone: string
  /** Something is live that the other visitors of a gradual release can see. */
  readonly hasLive: boolean
  readonly onChange: (choice: WhenChoice) => void
  readonly isDisabled: boolean
}

/** Everybody now, at a moment of the shop's clock, or some visitors first. */
export function WhenField({ choice, timeZone, hasLive, onChange, isDisabled }: WhenFieldProps) {
  const { publishing: words } = useWords()
  const { kind, atMs, percent } = choice
  const isOver = kind === 'at' && atMs !== null && whenOf(choice, Date.now()) === 'unfinished'
  return (
    <div className="st-when">
      <Segmented
        label={words.when}
        options={[
          { value: 'now', label: words.whenNow },
          { value: 'at', label: words.whenAt },
          ...(hasLive ? [{ value: 'gradual' as const, label: words.whenGradual }] : []),
        ]}
        value={kind}
        onChange={(next) => onChange({ ...choice, kind: next })}
        isDisabled={isDisabled}
      />
      {kind === 'at' ? (
        <LateDateTimeField
          label={words.moment}
          valueMs={atMs}
          timeZone={timeZone}
          onChange={(next) => onChange({ ...choice, atMs: next })}
          help={words.momentZone(timeZone)}
          {...(isOver ? { error: words.momentNeeded } : {})}
          isDisabled={isDisabled}
        />
      ) : null}
      {kind === 'gradual' ? (
        <div>
          <Range
            label={words.share}
            value={percent}
            from={1}
            to={99}
            step={1}
            unit="%"
            onChange={(next) => onChange({ ...choice, percent: next })}
            isDisabled={isDisabled}
          />
          <p className="ui-field__help">{words.shareHelp}</p>
        </div>
      ) : null}
    </div>
  )
}
