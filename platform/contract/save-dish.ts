/** A dish as one form: made anew, or with everything about it that words say. Prices by channel, stock and stations have their own. */
import { z } from 'zod/mini'

const words = (most: number) => z.string().check(z.trim(), z.maxLength(most))
const named = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

export const saveDishInput = z.strictObject({
  /** A UUID: sent twice, one dish is made. */
  requestId: z.string(),
  /** Of the one that is changed, refused with `conflict` when somebody else was faster; null for a new one. */
  dish: z.nullable(z.strictObject({ id: z.string(), ifVersion: z.int() })),
  /** The language that it is written in. What was never said otherwise in the other language follows. */
  language: z.enum(['zh-CN', 'en']),
  name: named(60),
  description: words(300),
  /** One that there is, or the name of a new one. */
  category: z.union([z.strictObject({ id: z.string() }), z.strictObject({ name: named(40) })]),
  /** In their order. Those that the dish has already stay where they are; none is taken away. */
  variants: z
    .array(
      z.strictObject({
        id: z.nullable(z.string()),
        name: words(40),
        priceMinor: z.int().check(z.gte(0), z.lte(10_000_000)),
      }),
    )
    .check(z.minLength(1), z.maxLength(20)),
  /** Of the library; null for none, absent for the one that it has. */
  pictureId: z.optional(z.nullable(z.string())),
})
export type SaveDishInput = z.infer<typeof saveDishInput>

export const savedDish = z.object({ dishId: z.string() })
export type SavedDish = z.infer<typeof savedDish>
