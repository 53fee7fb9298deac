import type { FromFrame, ToFrame } from '#runtime/frame/protocol.ts'

/**
 * What the frame may say, how often, and about what. Code of blocks runs in there and can take hold of its port, so each
 * message is judged by what the editor asked for, whoever sent it.
 */
export interface FrameRules {
  /** The editor says this to the frame: it decides what the frame may answer. */
  sent(message: ToFrame): void
  /** `flood` means that this frame is not to be listened to any more; `busy` that this one call is refused. */
  judge(message: FromFrame | undefined): 'take' | 'ignore' | 'busy' | 'flood'
}

/** More than a frame can say that draws on the fastest screens and is typed in: several messages for each of 240 pictures a second. */
const mostPerSecond = 1500
/** Messages that came while the editor was busy arrive all at once. */
const mostAtOnce = 6000
const mostCallsPerSecond = 20
const mostCallsAtOnce = 60
const mostPicturesPerSecond = 20
const mostPicturesAtOnce = 200
/** What was typed just before the editor ended the typing is still on its way. */
const lateTypingMs = 2000

/** @param clock - milliseconds of any steady clock */
export function createFrameRules(clock: () => number): FrameRules {
  const all = createBudget(clock, mostPerSecond, mostAtOnce)
  const calls = createBudget(clock, mostCallsPerSecond, mostCallsAtOnce)
  const pictures = createBudget(clock, mostPicturesPerSecond, mostPicturesAtOnce)
  let typing: { readonly nodeId: string; readonly prop: string; readonly untilMs: number } | undefined

  function mayType(message: FromFrame): boolean {
    if (typing === undefined || clock() > typing.untilMs) return false
    // The end of one text may still be on its way when the next has begun: that one goes on.
    const namesText = message.kind === 'text-input' || message.kind === 'text-end'
    return !namesText || (message.nodeId === typing.nodeId && message.prop === typing.prop)
  }

  return {
    sent(message) {
      if (message.kind === 'edit-text') typing = { nodeId: message.nodeId, prop: message.prop, untilMs: Infinity }
      else if (message.kind === 'end-text' && typing) typing = { ...typing, untilMs: clock() + lateTypingMs }
      else if (message.kind === 'start') typing = undefined
    },
    judge(message) {
      if (!all.take()) return 'flood'
      if (message === undefined) return 'ignore'
      if (message.kind === 'picture-wanted') return pictures.take() ? 'take' : 'ignore'
      if (message.kind === 'host-call') return calls.take() ? 'take' : 'busy'
      return message.kind.startsWith('text-') && !mayType(message) ? 'ignore' : 'take'
    },
  }
}

/** So many a second, and so many at once after a pause. */
function createBudget(clock: () => number, perSecond: number, atOnce: number): { take(): boolean } {
  let left = atOnce
  let lastMs = clock()
  return {
    take() {
      const nowMs = clock()
      left = Math.min(atOnce, left + ((nowMs - lastMs) / 1000) * perSecond)
      lastMs = nowMs
      if (left < 1) return false
      left--
      return true
    },
  }
}
