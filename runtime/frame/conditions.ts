import type { ShowWhen } from '#model/show-when.ts'
import type { ShowConditions } from '../scope.ts'
import { isShownNow } from '../show-when.ts'
import type { FrameWorld } from './frame-world.ts'

/** Conditions held against what the frame shows: its clock, its shop, its visitor. */
export function createConditions(world: Pick<FrameWorld, 'data' | 'now' | 'facts'>): ShowConditions {
  return {
    subscribe(listener) {
      const stopData = world.data.subscribe(['shop', 'card'], listener)
      const stopClock = world.now.subscribe(listener)
      return () => {
        stopData()
        stopClock()
      }
    },
    isShown: (showWhen: ShowWhen) => isShownNow(showWhen, world.facts()),
  }
}
