import { z } from 'zod/mini'

/** How a receipt is to look: rolls of 80 and 58 mm, or a sheet of A4; in the program's own language if none is asked for. */
export const receiptQuery = z.object({
  paper: z._default(z.enum(['roll', 'narrow', 'sheet']), 'roll'),
  lang: z.optional(z.enum(['en', 'zh-CN'])),
})
