import { z } from 'zod/mini'
import { changeCouponInput, createCouponInput, merchantCoupon } from '#platform/contract/coupons.ts'
import type { MerchantCoupon } from '#platform/contract/coupons.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { once } from '#platform/shop/idempotency.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { changeForMerchant, readForMerchant } from '#platform/shop/run-for-merchant.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { memberOfProgram } from '../accounts/access.ts'
import { created, defineRoute } from '../http/define-route.ts'
import { changeCoupon, createCoupon } from './change-coupon.ts'
import { loadMerchantCoupons } from './load-coupons.ts'

const listCoupons = defineRoute({
  method: 'GET',
  path: merchantPaths.coupons(':programId'),
  summary: 'Coupons, newest first, with how many were claimed and used and what they took off',
  answer: z.array(merchantCoupon),
  access: memberOfProgram('read'),
  handle: ({ subject }, services) => readForMerchant(services, subject, (at) => loadMerchantCoupons(at)),
})

const makeCoupon = defineRoute({
  method: 'POST',
  path: merchantPaths.coupons(':programId'),
  summary: 'Makes a coupon; live at once. Sent twice with one `requestId`, it answers with the same coupon',
  input: createCouponInput,
  answer: merchantCoupon,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, input: { requestId, ...definition } }, services) =>
    changeForMerchant(services, subject, 'shop', async (at) => {
      const principal = `user:${subject.person.id}`
      const { couponId } = await once(at, { principal, key: requestId, route: 'create-coupon', body: definition }, () =>
        createCoupon(at, definition, principal),
      )
      return created(await couponOf(at, couponId))
    }),
})

const changeOneCoupon = defineRoute({
  method: 'PATCH',
  path: merchantPaths.coupon(':programId', ':couponId'),
  summary: 'Changes or pauses a coupon; what was claimed keeps its terms. `conflict` when it is not at `ifVersion`',
  input: changeCouponInput,
  answer: merchantCoupon,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params, input }, services) =>
    changeForMerchant(services, subject, 'shop', async (at) => {
      await changeCoupon(at, params.couponId, input, `user:${subject.person.id}`)
      return couponOf(at, params.couponId)
    }),
})

export const couponRoutes = [listCoupons, makeCoupon, changeOneCoupon]

async function couponOf(at: ShopTx, couponId: string): Promise<MerchantCoupon> {
  const [coupon] = await loadMerchantCoupons(at, couponId)
  if (!coupon) throw new ShopRefusal('not-found', 'There is no such coupon')
  return coupon
}
