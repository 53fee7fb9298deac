/**
 * What passes between the runtime and the worker that runs one placed code block. What comes out of the worker is other
 * people's: `read-message.ts` and `drawing.ts` check all of it.
 */
import type { JsonValue } from '#model/json.ts'
import type { BlockEnv } from '#components/kit/view.ts'

/** Elements are numbers; 0 is the block's own box, and -1 is none: behind all others. */
export const rootId = 0
export const atEnd = -1

export type Op =
  | readonly ['new', id: number, name: string, props: { readonly [name: string]: JsonValue }]
  | readonly ['text', id: number, text: string]
  | readonly ['put', parent: number, id: number, before: number]
  | readonly ['drop', id: number]
  | readonly ['set', id: number, props: { readonly [name: string]: JsonValue }]
  | readonly ['say', id: number, text: string]

/** Stands in properties for a function: what happens is told by an `event`. */
export const handlerMark = '\u0000on'

export type ToWorker =
  | { readonly kind: 'begin'; readonly props: JsonValue; readonly env: BlockEnv }
  | { readonly kind: 'props'; readonly props: JsonValue; readonly env: BlockEnv }
  | {
      readonly kind: 'event'
      readonly id: number
      readonly name: string
      readonly detail: JsonValue
      readonly seq: number
    }
  | { readonly kind: 'answer'; readonly call: number; readonly ok: boolean; readonly value: JsonValue }
  | { readonly kind: 'ping'; readonly count: number }

export type FromWorker =
  /** The sandbox stands; nothing of the block has run yet. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'pong'; readonly count: number }
  /** `heard`: number of the last event that is in it, so that what somebody types meanwhile is not taken back. */
  | { readonly kind: 'draw'; readonly ops: readonly unknown[]; readonly heard: number }
  | { readonly kind: 'call'; readonly call: number; readonly method: string; readonly argument: JsonValue }
  | { readonly kind: 'failed'; readonly reason: 'threw' | 'memory'; readonly message: string }

export type StopReason = 'loops' | 'memory' | 'threw' | 'forged' | 'floods'
