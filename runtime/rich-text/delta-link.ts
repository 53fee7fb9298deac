import { transformDelta } from '#model/text-delta.ts'
import type { TextDelta } from '#model/text-delta.ts'

/** A change on its way to the other side, which may meanwhile have sent changes of its own. */
export interface DeltaMessage {
  readonly delta: TextDelta
  /** How many the sender has sent before, and how many it had received by then. */
  readonly sent: number
  readonly received: number
}

export interface DeltaLink {
  /** A change made here. @returns what to send */
  made(delta: TextDelta): DeltaMessage
  /** @returns the change as it must be made here; undefined if messages were lost, and both must begin anew */
  arrived(message: DeltaMessage): TextDelta | undefined
}

/**
 * Keeps one text that two sides change at once the same on both, without either waiting for the other (the Jupiter
 * algorithm). Messages must arrive in order.
 * @param yields - one side must, the other not: it decides whose letters go first at one place
 */
export function createDeltaLink(yields: boolean): DeltaLink {
  let [sent, received] = [0, 0]
  let unseen: readonly { readonly delta: TextDelta; readonly number: number }[] = []
  return {
    made(delta) {
      unseen = [...unseen, { delta, number: sent }]
      return { delta, sent: sent++, received }
    },
    arrived(message) {
      if (message.sent !== received) return undefined
      received++
      let arriving = message.delta
      unseen = unseen
        .filter(({ number }) => number >= message.received)
        .map(({ delta, number }) => {
          const next = transformDelta(delta, arriving, yields)
          arriving = transformDelta(arriving, delta, !yields)
          return { delta: next, number }
        })
      return arriving
    },
  }
}
