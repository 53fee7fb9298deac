import { useState } from 'react'
import { Button, Dialog } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { LocalText } from '#model/program-spec.ts'
import type { CouponDefinition, MerchantCoupon } from '#platform/contract/coupons.ts'
import { coupons as en } from '#editor/words/coupons.en.ts'
import { coupons as zh } from '#editor/words/coupons.zh-cn.ts'
import { draftOf, newDraft, readDraft, type CouponDraft } from '../rules/coupon-draft.ts'
import { couponSentence, suggestedTitle } from '../rules/coupon-sentence.ts'
import { useShop } from '../shop-context.ts'
import { GainFields } from './gain-fields.tsx'
import { LimitFields } from './limit-fields.tsx'
import { TitleFields } from './title-fields.tsx'
import { useCouponChanges } from './use-coupon-changes.ts'
import { useCouponWorld, type CouponWorld } from './use-coupon-world.ts'

export interface CouponFormProps {
  /** Null for a new one. */
  readonly coupon: MerchantCoupon | null
  readonly onClose: () => void
}

/** Fields of one part of the form. */
export interface CouponFieldsProps {
  readonly draft: CouponDraft
  readonly change: (part: Partial<CouponDraft>) => void
  readonly world: CouponWorld
  /** What is wrong with it, once somebody tried to save. */
  readonly problems: ReturnType<typeof readDraft>['problems']
}

/** Makes or changes a coupon; a sentence at the bottom says all the while what it will do. */
export function CouponForm({ coupon, onClose }: CouponFormProps) {
  const words = useWords()
  const { currency } = useShop().settings
  const world = useCouponWorld()
  const [draft, setDraft] = useState(() => (coupon ? draftOf(coupon, currency) : newDraft))
  const [tried, setTried] = useState(false)
  // Kept over failed tries: the same wish makes one coupon.
  const [requestId] = useState(() => crypto.randomUUID())
  const { create, change } = useCouponChanges(onClose)
  const { definition, problems } = readDraft(draft, currency, coupon?.claimed)
  const fields = {
    draft,
    change: (part: Partial<CouponDraft>) => setDraft((before) => ({ ...before, ...part })),
    world,
    problems: tried ? problems : new Set<never>(),
  }
  const save = () => {
    setTried(true)
    if (problems.size > 0) return
    const titled = { ...definition, title: titleOf(definition, world) }
    if (coupon) change({ coupon, definition: titled })
    else create({ ...titled, requestId })
  }
  return (
    <Dialog
      title={coupon ? words.coupons.editTitle : words.coupons.createTitle}
      isOpen
      onClose={onClose}
      placement="side"
      widthPx={480}
      foot={
        <div className="coupon-form__foot">
          <p className="coupon-form__does" aria-live="polite">
            <span className="section-title">{words.coupons.does}</span>
            {couponSentence(definition, world)}
          </p>
          <div className="coupon-form__buttons">
            <Button onPress={onClose}>{words.common.cancel}</Button>
            <Button variant="primary" onPress={save}>
              {coupon ? words.common.save : words.coupons.create}
            </Button>
          </div>
        </div>
      }
    >
      <div className="coupon-form">
        <GainFields {...fields} />
        <TitleFields {...fields} suggested={suggestedTitle(definition.gain, world)} />
        <LimitFields {...fields} claimed={coupon?.claimed ?? 0} isNew={coupon === null} />
        {coupon && coupon.claimed > 0 ? <p className="settings__note">{words.coupons.keepTerms}</p> : null}
      </div>
    </Dialog>
  )
}

/** A language that was left empty reads what the coupon does, in its own words; else what the other one says. */
function titleOf({ title, gain }: CouponDefinition, world: CouponWorld): LocalText {
  const named = (written: string, other: string, words: typeof en) =>
    written.trim() || other.trim() || suggestedTitle(gain, { ...world, words })
  return { en: named(title.en, title['zh-CN'], en), 'zh-CN': named(title['zh-CN'], title.en, zh) }
}
