import type { NodeId, ParentId } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import { readConditions, readLocks, readProps } from '../schema.ts'
import type { Birth, NodeMap, Place } from '../schema.ts'

/** One placed block as everybody sees it. The same object until something in it changes. */
export interface NodeRecord {
  readonly id: NodeId
  /** The block's type; may be one that this version does not know. */
  readonly type: string
  /** Version of the block that wrote the properties; the compiler upgrades them. */
  readonly version: number
  /** As stored: no defaults filled in, not validated. */
  readonly props: JsonObject
  /** Conditions of when it is seen, as stored; `readShowWhen` reads them. Absent when it has none. */
  readonly showWhen?: JsonObject
  /** What of it is locked: properties by name, `*` for all of it. Absent when nothing is. */
  readonly locks?: readonly string[]
  readonly place: { readonly parentId: ParentId; readonly slot: string }
}

export function readRecord(id: NodeId, map: NodeMap, birth: Birth, place: Place): NodeRecord {
  const showWhen = readConditions(map)
  const locks = readLocks(map)
  return {
    id,
    type: birth.t,
    version: birth.v,
    props: readProps(map, birth),
    ...(showWhen && { showWhen }),
    ...(locks && { locks }),
    place: { parentId: place.parentId, slot: place.slot },
  }
}
