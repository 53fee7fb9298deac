import type { StudioSession } from './studio-session.ts'
import { whenIdle } from './when-idle.ts'

/** Runs something once blocks can be chosen and the screen has nothing better to do. @returns takes it back */
export function whenUsable({ map }: Pick<StudioSession, 'map'>, run: () => void): () => void {
  if (map.version > 0) return whenIdle(run)
  let stop = map.subscribe(undefined, () => {
    stop()
    stop = whenIdle(run)
  })
  return () => stop()
}
