/** What the sandbox does with an amount: its last two digits choose, so that every outcome can be rehearsed. */
export type Script =
  | 'paid'
  | 'declined'
  | 'slow'
  | 'twice'
  | 'before-answer'
  | 'wrong-amount'
  | 'bad-signature'
  | 'refund-fails'
  | 'pays-late'

const byEnding: { readonly [ending: number]: Script } = {
  2: 'declined',
  3: 'slow',
  4: 'twice',
  5: 'before-answer',
  6: 'wrong-amount',
  7: 'bad-signature',
  8: 'refund-fails',
  9: 'pays-late',
}

/** @returns `paid` for every other amount, among them those that end in 01 */
export function scriptFor(amountMinor: number): Script {
  return byEnding[amountMinor % 100] ?? 'paid'
}
