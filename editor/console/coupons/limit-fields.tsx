import { NumberField, Segmented, Select } from '#editor/ui/index.ts'
import { LateDateTimeField } from '#editor/ui/late-date-time-field.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useShop } from '../shop-context.ts'
import type { CouponFieldsProps } from './coupon-form.tsx'

const audiences = ['everyone', 'members', 'tier'] as const
const ways = ['wall', 'points', 'gift'] as const
const figure = (typed: number): number | null => (Number.isNaN(typed) ? null : typed)

/** Who gets how many, and for how long. */
export function LimitFields({
  draft,
  change,
  world,
  problems,
  claimed,
  isNew,
}: CouponFieldsProps & { readonly claimed: number; readonly isNew: boolean }) {
  const { coupons: words } = useWords()
  const { timeZone } = useShop().settings
  return (
    <>
      <div className="coupon-form__group">
        <Segmented
          label={words.way}
          options={ways.map((value) => ({ value, label: words.ways[value] }))}
          value={draft.hadBy}
          isDisabled={!isNew}
          onChange={(hadBy) =>
            change({
              hadBy,
              ...(hadBy === 'points' && draft.audience === 'everyone' && { audience: 'members' as const }),
            })
          }
        />
        <p className="settings__note">{words.wayHelp[draft.hadBy]}</p>
        {draft.hadBy === 'points' ? (
          <NumberField
            label={words.price}
            unit={words.pointsUnit}
            minValue={1}
            maxValue={10_000_000}
            value={draft.pointsPrice}
            onChange={(typed) => change({ pointsPrice: figure(typed) ?? 1 })}
          />
        ) : null}
      </div>
      <div className="coupon-form__group">
        <Segmented
          label={words.audience}
          options={audiences
            .filter((value) => value !== 'tier' || world.tiers.length > 0)
            .filter((value) => value !== 'everyone' || draft.hadBy !== 'points')
            .map((value) => ({ value, label: words.audiences[value] }))}
          value={draft.audience}
          onChange={(audience) => change({ audience })}
        />
        {draft.audience === 'tier' ? (
          <div>
            <Select
              label={words.tier}
              placeholder={words.tierPlaceholder}
              options={world.tiers.map(({ id, name }) => ({ value: id, label: name }))}
              value={draft.tierId}
              onChange={(tierId) => change({ tierId })}
            />
            {problems.has('tier') ? (
              <p className="ui-field__error" role="alert">
                {words.problem.tier}
              </p>
            ) : null}
          </div>
        ) : null}
        <div className="coupon-form__pair">
          <NumberField
            label={words.perPerson}
            minValue={1}
            maxValue={100}
            value={draft.perPerson}
            onChange={(typed) => change({ perPerson: figure(typed) ?? 1 })}
          />
          <NumberField
            label={words.total}
            help={words.totalHelp}
            minValue={1}
            maxValue={10_000_000}
            value={draft.totalLimit ?? Number.NaN}
            onChange={(typed) => change({ totalLimit: figure(typed) })}
            {...(problems.has('total') ? { error: words.problem.total(claimed) } : {})}
          />
        </div>
      </div>
      <div className="coupon-form__group">
        <NumberField
          label={words.goodFor}
          help={words.goodForHelp}
          unit={words.days}
          minValue={1}
          maxValue={3650}
          value={draft.goodForDays ?? Number.NaN}
          onChange={(typed) => change({ goodForDays: figure(typed) })}
        />
        <LateDateTimeField
          label={words.starts}
          timeZone={timeZone}
          valueMs={draft.startsAtMs}
          onChange={(startsAtMs) => change({ startsAtMs })}
        />
        <LateDateTimeField
          label={words.ends}
          help={words.endsHelp}
          timeZone={timeZone}
          valueMs={draft.endsAtMs}
          onChange={(endsAtMs) => change({ endsAtMs })}
          {...(problems.has('dates') ? { error: words.problem.dates } : {})}
        />
      </div>
    </>
  )
}
