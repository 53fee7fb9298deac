import { NumberField, Segmented, Select, Switch, TextField } from '#editor/ui/index.ts'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import { currencySign } from '../rules/money.ts'
import { useShop } from '../shop-context.ts'
import type { CouponFieldsProps } from './coupon-form.tsx'

const kinds = ['amount', 'percent', 'item'] as const

/** What it takes off, and from how much on. */
export function GainFields({ draft, change, world, problems }: CouponFieldsProps) {
  const { coupons: words } = useWords()
  const locale = useLocale()
  const sign = currencySign(useShop().settings.currency, locale)
  const problem = (name: 'amount' | 'most' | 'min-spend') => (problems.has(name) ? { error: words.problem[name] } : {})
  return (
    <div className="coupon-form__group">
      <Segmented
        label={words.kind}
        options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      <div className="coupon-form__pair">
        {draft.kind === 'amount' ? (
          <TextField
            label={`${words.amount} (${sign})`}
            inputMode="decimal"
            value={draft.amount}
            onChange={(amount) => change({ amount })}
            {...problem('amount')}
          />
        ) : null}
        {draft.kind === 'percent' ? (
          <>
            <NumberField
              label={words.percent}
              unit="%"
              minValue={1}
              maxValue={100}
              value={draft.percent}
              onChange={(percent) => change({ percent: Number.isNaN(percent) ? 1 : percent })}
            />
            <TextField
              label={`${words.most} (${sign})`}
              help={words.mostHelp}
              inputMode="decimal"
              value={draft.most}
              onChange={(most) => change({ most })}
              {...problem('most')}
            />
          </>
        ) : null}
        {draft.kind === 'item' ? (
          <div>
            <Select
              label={words.dish}
              help={words.dishHelp}
              placeholder={words.dishPlaceholder}
              options={world.dishes.map(({ id, name }) => ({ value: id, label: name }))}
              value={draft.dishId}
              onChange={(dishId) => change({ dishId })}
            />
            {problems.has('dish') ? (
              <p className="ui-field__error" role="alert">
                {words.problem.dish}
              </p>
            ) : null}
          </div>
        ) : null}
        <TextField
          label={`${words.minSpend} (${sign})`}
          help={words.minSpendHelp}
          inputMode="decimal"
          value={draft.minSpend}
          onChange={(minSpend) => change({ minSpend })}
          {...problem('min-spend')}
        />
      </div>
      <Switch
        label={words.adds}
        help={words.addsHelp}
        isSelected={draft.addsToMemberPrice}
        onChange={(addsToMemberPrice) => change({ addsToMemberPrice })}
      />
    </div>
  )
}
