/**
 * What a program may do beyond showing itself. Kinds of blocks declare what they need, a release requests what its blocks
 * need, and it gets of that what the platform allows and, for what is a person's own, the person agreed to.
 */
export const capabilities = [
  'shop.order',
  'shop.pay',
  'shop.book',
  'shop.member',
  'shop.coupon',
  'shop.form',
  'shop.queue',
  'shop.progress',
  'shop.customer',
  'storage',
  'phone',
  'location',
  'scan',
  'share',
  'request',
] as const

export type Capability = (typeof capabilities)[number]
