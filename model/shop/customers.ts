/** What a program may ask of the person before it, and what it gets when they agree. */
import { z } from 'zod/mini'

/** `area` is a district or a postcode. It and `address` go to the shop that delivers there, never to a program. */
export const customerField = z.enum(['name', 'phone', 'email', 'area', 'address'])
export type CustomerField = z.infer<typeof customerField>

/** Why a program asks. The words for it are the platform's, in the customer's language. */
export const loginReason = z.enum(['membership', 'order-contact'])
export type LoginReason = z.infer<typeof loginReason>

export const loginRequest = z.strictObject({
  /** The block that asks; the live release must hold it, and its kind decides what it may ask for. */
  nodeId: z.string().check(z.minLength(1), z.maxLength(64)),
  reason: loginReason,
  /** None: only to know the customer again. */
  fields: z.array(customerField).check(z.maxLength(5)),
  /** Path of the program's own origin, e.g. `/menu`. */
  returnTo: z.string().check(z.minLength(1), z.maxLength(500)),
})
export type LoginRequest = z.infer<typeof loginRequest>

/** Where the customer is asked: a page of the platform's origin. */
export const loginIntent = z.object({ loginUrl: z.string() })
export type LoginIntent = z.infer<typeof loginIntent>

/** Who is signed in, as far as this program may know it. */
export const customer = z.object({
  /** Means nothing outside of this workspace. */
  id: z.string(),
  name: z.optional(z.string()),
  phone: z.optional(z.string()),
  email: z.optional(z.string()),
  /** Where they see and withdraw what they agreed to. */
  accountUrl: z.string(),
})
export type Customer = z.infer<typeof customer>
