import { z } from 'zod/mini'

/** Why the shop said no. A program chooses its own words by `code`; `message` is English for developers. */
export const shopFailure = z.object({
  code: z.enum([
    'bad-request',
    'not-found',
    'unauthorised',
    'price-changed',
    'sold-out',
    'not-enough',
    'not-on-now',
    'closed',
    'orders-paused',
    'kitchen-full',
    'address-needed',
    'no-delivery-there',
    'below-minimum',
    'wrong-choice',
    'quote-expired',
    'slot-taken',
    'hold-expired',
    'too-many-holds',
    'already-member',
    'coupon-gone',
    'coupon-unusable',
    'coupon-not-for-you',
    'not-enough-points',
    'members-only',
    'conflict',
    'login-unavailable',
    'amount-out-of-range',
    'payment-failed',
    'too-many-requests',
    'file-refused',
    'offline',
    'preview-only',
    'not-granted',
    'cancelled',
    'unsupported',
    'internal',
  ]),
  message: z.string(),
  /** Names what it is about, e.g. the dish ids that are sold out. */
  subjectIds: z.optional(z.array(z.string())),
  /** With `not-enough`: so many are left of what was asked for. */
  left: z.optional(z.int()),
})
export type ShopFailure = z.infer<typeof shopFailure>
export type ShopFailureCode = ShopFailure['code']
