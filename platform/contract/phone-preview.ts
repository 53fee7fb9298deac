import { z } from 'zod/mini'

/** A code by which phones see a draft for a while. */
export const phonePreview = z.object({
  id: z.string(),
  /** Whole addresses that open it, likeliest first: this computer may be in several networks. */
  addresses: z.array(z.string()),
  /** Why there is no address. */
  problem: z.nullable(z.enum(['only-here', 'no-network'])),
  expiresAtIso: z.string(),
})
export type PhonePreview = z.infer<typeof phonePreview>

/** What a phone is told by its token. */
export const phoneDraft = z.object({
  programId: z.string(),
  name: z.string(),
  language: z.enum(['zh-CN', 'en']),
  expiresAtIso: z.string(),
  /** Whose page switches it follows. */
  followsUserId: z.string(),
})
export type PhoneDraft = z.infer<typeof phoneDraft>

/** Phones among those who have a document open; they are nobody's faces. */
export const phoneUserPrefix = 'phone:'
