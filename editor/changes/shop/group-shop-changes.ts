import type { ShopChange } from '#platform/contract/shop-changes.ts'

/** What one act changed, thing by thing. */
export interface Act {
  readonly id: string
  readonly atIso: string
  readonly by: ShopChange['by']
  readonly program: ShopChange['program']
  readonly isTakingBack: boolean
  readonly things: readonly Thing[]
}

export interface Thing {
  readonly key: string
  readonly first: ShopChange
  readonly changes: readonly ShopChange[]
}

/** The newest act first; within one, in the order that it was written. */
export function groupShopChanges(changes: readonly ShopChange[]): readonly Act[] {
  const acts = new Map<string, ShopChange[]>()
  for (const change of changes) acts.set(change.actId, [change, ...(acts.get(change.actId) ?? [])])
  return [...acts].flatMap(([id, ofAct]) => {
    const [first] = ofAct
    if (!first) return []
    const { atIso, by, program } = first
    return [{ id, atIso, by, program, isTakingBack: first.takesBack !== null, things: thingsOf(ofAct) }]
  })
}

function thingsOf(changes: readonly ShopChange[]): readonly Thing[] {
  const things = new Map<string, ShopChange[]>()
  for (const change of changes) {
    const key = `${change.kind} ${change.subjectId}`
    things.set(key, [...(things.get(key) ?? []), change])
  }
  return [...things].flatMap(([key, ofThing]) => {
    const [first] = ofThing
    return first ? [{ key, first, changes: ofThing }] : []
  })
}
