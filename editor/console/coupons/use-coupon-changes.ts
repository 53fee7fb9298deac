import { api, hope, queryCache, useMutation, type ApiFailure } from '#editor/api/index.ts'
import { showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { wordsNow } from '#editor/words/use-words.ts'
import type { CreateCouponInput, MerchantCoupon } from '#platform/contract/coupons.ts'
import type { CouponDefinition } from '#platform/contract/coupons.ts'
import { keys } from '../keys.ts'
import { withChanged, withNewer } from '../rules/newer.ts'
import { useShop } from '../shop-context.ts'

/** What the counter does with coupons. A pause is shown at once and taken back when the server refuses. */
export function useCouponChanges(onSaved: () => void) {
  const { id } = useShop().program
  const key = keys.coupons(id)
  const onFailed = (failure: ApiFailure) => {
    showToast({ text: failureText(failure, wordsNow()), tone: 'bad' })
    // A conflict means that what is on the screen is old.
    if (failure.code !== 'offline') void queryCache.refresh(key)
  }
  const tell = (coupon: MerchantCoupon) => queryCache.tell<MerchantCoupon[]>(key, (shown) => withNewer(shown, coupon))
  const saved = (text: string) => {
    showToast({ text })
    onSaved()
  }

  const create = useMutation((input: CreateCouponInput) => api.createCoupon(id, input), {
    onDone(coupon) {
      queryCache.tell<MerchantCoupon[]>(key, (shown) => [coupon, ...shown.filter((each) => each.id !== coupon.id)])
      saved(wordsNow().coupons.made)
    },
    onFailed,
  })
  const change = useMutation(
    ({ coupon, definition }: { coupon: MerchantCoupon; definition: CouponDefinition }) =>
      api.changeCoupon(id, coupon.id, { ifVersion: coupon.version, definition }),
    {
      onDone(coupon) {
        tell(coupon)
        saved(wordsNow().coupons.saved)
      },
      onFailed,
    },
  )
  const pause = useMutation(
    ({ coupon, paused }: { coupon: MerchantCoupon; paused: boolean }) =>
      api.changeCoupon(id, coupon.id, { ifVersion: coupon.version, paused }),
    {
      hope: ({ coupon, paused }) => [
        hope<MerchantCoupon[]>(key, (shown) => withChanged(shown, coupon.id, (each) => ({ ...each, paused }))),
      ],
      onDone: tell,
      onFailed,
    },
  )
  return { create: create.run, change: change.run, pause: pause.run }
}
