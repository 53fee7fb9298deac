import { z } from 'zod/mini'
import { merchantPaths as paths } from '#platform/contract/routes.ts'
import { shopChange, shopChanges } from '#platform/contract/shop-changes.ts'
import type { ChangeArea, ChangeKind } from '#platform/contract/shop-changes.ts'
import type { Request } from './request.ts'

/** Which changes; all that this person may see, where nothing is said. */
export interface ChangesFilter {
  readonly area?: ChangeArea
  /** Id of who did it. */
  readonly by?: string
  /** Of one thing. */
  readonly subject?: { readonly kind: ChangeKind; readonly id: string }
}

/** Who changed what of a shop. */
export function createShopChangesApi(request: Request) {
  return {
    /** @param before - the `next` of the part before this one */
    list: (programId: string, { area, by, subject }: ChangesFilter, before?: number) =>
      request(shopChanges, paths.shopChanges(programId), {
        query: {
          ...(area && { area }),
          ...(by !== undefined && { by }),
          ...(subject && { kind: subject.kind, subject: subject.id }),
          ...(before !== undefined && { before: String(before) }),
        },
      }),
    /** Answers with the changes that this made. */
    takeBack: (programId: string, seq: number) =>
      request(z.array(shopChange), paths.takeBackChange(programId, String(seq)), { method: 'POST', body: {} }),
  }
}
