import { type BlockSituations, refuse } from '../kit/situations.ts'

export const situations: BlockSituations = {
  'payment-failed': { answers: () => ({ payDirect: refuse('payment-failed') }) },
}
